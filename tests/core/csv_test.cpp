#include "base/csv.hpp"

#include <cstdio>
#include <cstdlib>

#include "base/table.hpp"
#include "support.hpp"

using namespace attune;

namespace {

std::vector<std::string> texts(const CsvRow& row) {
  return {row.cells.begin(), row.cells.end()};
}

}  // namespace

TEST_CASE("a table with mark, CRLF, quotes and an empty line reads as RFC 4180 says") {
  const auto table = parse_csv(
      "\xEF\xBB\xBF"
      "name,\"a \"\"b\"\"\", c \r\nx,\"1,\r\n2\",3\r\n\r\ny,,\r\n");
  REQUIRE(table.ok());
  CHECK(texts(table->header) == std::vector<std::string>{"name", "a \"b\"", "c"});
  REQUIRE(table->rows.size() == 2);
  CHECK(table->rows[0].cells[1] == "1,\r\n2");
  CHECK(table->rows[1].line == 5);
  CHECK(texts(table->rows[1]) == std::vector<std::string>{"y", "", ""});
}

TEST_CASE("a quote in a quoted field costs no other field, and a table keeps its text when it is copied") {
  auto table = parse_csv("a,b\n\"\"\"x\"\", \"\"y\",2\n\"\"\"\"\"\",\"\"\n");
  REQUIRE(table.ok());
  const CsvTable copy = *table;
  table = Error{};
  CHECK(texts(copy.rows.at(0)) == std::vector<std::string>{"\"x\", \"y", "2"});
  CHECK(texts(copy.rows.at(1)) == std::vector<std::string>{"\"\"", ""});
}

TEST_CASE("what a table's writer puts before a formula, its reader takes away") {
  for (const std::string text : {"=1+1", "'=1+1", "''@x", "  =x", "' +x", "-", "\uFF1Dx", "'", "'tis", "it's",
                                 "x=1", "a\"=,b", "=a,\"b\""})
    for (const Separator separator : {Separator::comma, Separator::tab}) {
      INFO(text);
      const char by = static_cast<char>(separator);
      const auto table = parse_csv(std::string("a") + by + "b\n" + table_cell(text, separator) + by + "2\n");
      REQUIRE(table.ok());
      CHECK(table->rows.at(0).cells[0] == text);
    }
  CHECK(table_cell("'=1", Separator::tab) == "''=1");
  CHECK(table_cell("'tis", Separator::tab) == "'tis");
}

TEST_CASE("the first line's separator holds: tab, else semicolon, comma, bar or caret") {
  CHECK(texts(parse_csv("a|b\n1,5|2")->rows.at(0)) == std::vector<std::string>{"1,5", "2"});
  CHECK(texts(parse_csv("a^b\n1^2")->rows.at(0)) == std::vector<std::string>{"1", "2"});
  CHECK(texts(parse_csv("a\tb\n1,5\t2")->rows.at(0)) == std::vector<std::string>{"1,5", "2"});
  CHECK(texts(parse_csv("a;b\n1,5;2")->rows.at(0)) == std::vector<std::string>{"1,5", "2"});
  CHECK(texts(parse_csv("\"a;x\",b\n1,2")->header) == std::vector<std::string>{"a;x", "b"});
}

TEST_CASE("what would have to be guessed is refused with its line and column") {
  CHECK(parse_csv("").error().code == "E_CSV_EMPTY");
  CHECK(parse_csv("\xFF\xFE"
                  "a")
            .error()
            .code == "E_CSV_ENCODING");
  const Error width = parse_csv("a,b\n1,2\n1,2,3\n").error();
  CHECK(width.code == "E_CSV_WIDTH");
  CHECK(width.message == "This line has 3 fields, the line of column names has 2.");
  CHECK(width.where == "line 3, field 3");
  CHECK(parse_csv("a,b\n1,\"2\n").error().where == "line 2, field 2");
  CHECK(parse_csv("a,b\n\"1\"x,2\n").error().code == "E_CSV_QUOTE");
  CHECK(parse_csv("a,b,a\n").error().message == "There are two columns named “a”.");
}

TEST_CASE("UTF-16 with its mark is read, and refused where it breaks off") {
  const auto table =
      parse_csv(std::string_view("\xFF\xFE"
                                 "a\0,\0\xE9\0\n\0001\0,\0002\0",
                                 16));
  REQUIRE(table.ok());
  CHECK(texts(table->header) == std::vector<std::string>{"a", "\u00E9"});
  CHECK(texts(table->rows.at(0)) == std::vector<std::string>{"1", "2"});
  CHECK(parse_csv(std::string_view("\xFE\xFF\xD8\x3D\xDE\x00", 6))->header.cells.front() == "\U0001F600");
  CHECK(parse_csv(std::string_view("\xFE\xFF\xD8\x3D", 4)).error().code == "E_CSV_ENCODING");
}

TEST_CASE("a decimal comma is one where the comma separates nothing and no number has a point") {
  const auto table = parse_csv("who;value\nx;1,5\ny;-2,5e1\n");
  CHECK(*table->number(table->rows[0], 1) == 1.5);
  CHECK(*table->number(table->rows[1], 1) == -25);
  const auto twice = parse_csv("a;b\n1,5,5;2\n");
  CHECK(twice->number(twice->rows.at(0), 0).error().code == "E_CSV_NUMBER");
}

TEST_CASE(
    "a decimal comma is one column by column, in quotes where commas separate, and never a thousand's") {
  const auto mixed = parse_csv("a;b;c\n1,5;2.5;1,5\n2;3;2.5\n");
  CHECK(*mixed->number(mixed->rows[0], 0) == 1.5);
  CHECK(*mixed->number(mixed->rows[0], 1) == 2.5);
  CHECK(mixed->number(mixed->rows[0], 2).error().code == "E_CSV_NUMBER");
  const auto quoted = parse_csv("a,b,c\n\"4,2\",1,\"1,234\"\n\"4,65\",2.5,\"12,000\"\n");
  CHECK(*quoted->number(quoted->rows[0], 0) == 4.2);
  CHECK(*quoted->number(quoted->rows[1], 1) == 2.5);
  CHECK_FALSE(quoted->number(quoted->rows[0], 2).ok());
}

TEST_CASE("what spreadsheets leave behind is no line and no column") {
  const auto table = parse_csv("sep=;\r\na;b;;\r\n1;2;;\r\n;;;\r\n\"\";;;\r\n3;;;\r\n");
  REQUIRE(table.ok());
  CHECK(texts(table->header) == std::vector<std::string>{"a", "b"});
  REQUIRE(table->rows.size() == 2);
  CHECK(texts(table->rows[1]) == std::vector<std::string>{"3", ""});
  CHECK(table->rows[1].line == 5);
  const auto middle = parse_csv("a,,b\n1,,2\n");
  CHECK(texts(middle->rows.at(0)) == std::vector<std::string>{"1", "2"});
  CHECK(parse_csv("a,,b\n1,x,2\n")->header.cells.size() == 3);  // it holds something
  CHECK(parse_csv("a,b\n1,2,,x\n").error().code == "E_CSV_WIDTH");
  CHECK(parse_csv(",,\n,,\n").error().code == "E_CSV_EMPTY");
}

TEST_CASE("text that is no UTF-8 is read as Windows-1252") {
  CHECK(parse_csv("a\nZo\xE9 \x80\n")->rows.at(0).cells[0] == "Zo\u00E9 \u20AC");
}

TEST_CASE("a file that is no table is named, with what to export instead") {
  using namespace std::string_literals;
  const auto kind = [](const std::string& bytes) { return parse_csv(bytes).error(); };
  CHECK(kind("PK\x03\x04 [Content_Types].xml xl/workbook.xml").code == "E_CSV_KIND");
  CHECK(kind("PK\x03\x04 [Content_Types].xml xl/workbook.xml").message ==
        "This is a workbook; save its sheet as text (File, Save as, CSV UTF-8).");
  CHECK(kind("PK\x03\x04 db project").message.english().starts_with("This is a project of Datavyu;"));
  CHECK(kind("<?xml version=\"1.0\"?>\n<ANNOTATION_DOCUMENT>")
            .message.english()
            .starts_with("This is a file of ELAN;"));
  CHECK(kind("{\"time_format\": \"hh:mm:ss\", \"observations\": {}}")
            .message.english()
            .starts_with("This is a project of BORIS;"));
  CHECK(kind("$FL2@(#) SPSS DATA FILE").message.english().starts_with("This is a file of SPSS;"));
  CHECK(kind("\x1F\x8B\x08"s).message == "This is a packed file; unpack it first.");
  for (const char* foreign :
       {"PK\x03\x04 [Content_Types].xml word/document.xml", "PK\x03\x04 META-INF/MANIFEST.MF",
        "File type = \"ooTextFile\"", "<?xml version=\"1.0\"?><ODM>", "PAR1"})
    CHECK(kind(foreign).message ==
          "This is a file of another program; export its table there as text (CSV).");
  CHECK(kind("0       X X X X").message == "This is a recording, no table.");
  CHECK(parse_csv("PK,a\n1,2\n").ok());
}

TEST_CASE("a page under a table's name is told, whatever its capitals and encoding") {
  for (const std::string& page : {std::string("\n  <TABLE><tr><td>id</td></tr></TABLE>"),
                                  std::string("<Html>"), std::string("\xFF\xFE<\0h\0t\0m\0l\0", 12)})
    CHECK(parse_csv(page).error().code == "E_CSV_KIND");
  CHECK(parse_csv("ID;PWXL;N;E\nC;Y1;X1\n").error().code == "E_CSV_KIND");
}

TEST_CASE("a number of which a spreadsheet made a date is told as one") {
  const auto message = [](const std::string& cell) {
    const auto table = parse_csv("who,value\nx," + cell + "\n");
    REQUIRE(table.ok());
    return table->number(table->rows[0], 1).error().message.english();
  };
  for (const char* date : {"4.mai", "04-May", "04. Mai", "4/Sept"}) {
    CAPTURE(date);
    CHECK(message(date).find("a date that a spreadsheet made of a number") != std::string::npos);
  }
  for (const char* other : {"n/a", "17 points", "May", "4.5.2024", "104-May"}) {
    CAPTURE(other);
    CHECK(message(other) == "“" + std::string(other) + "” is not a number.");
  }
}

TEST_CASE("a number has a decimal point and nothing around it") {
  const auto table = parse_csv("who;value\nx;1,5\ny;-2.5e1\nz;n/a\n");
  REQUIRE(table.ok());
  const Error comma = table->number(table->rows[0], 1).error();
  CHECK(comma.message == "“1,5” is not a number. Write it with a decimal point.");
  CHECK(comma.where == "line 2, column value");
  CHECK(*table->number(table->rows[1], 1) == -25);
  CHECK(table->number(table->rows[2], 1).error().message == "“n/a” is not a number.");
  CHECK(table->require("group").error().message == "There is no column “group”; there are: who, value.");
}

TEST_CASE("a number is written with as many decimals as asked, as printf writes it") {
  CHECK(decimal_text(5.2, 2) == "5.20");
  CHECK(decimal_text(-0.0423, 4) == "-0.0423");
  CHECK(decimal_text(0.00996, 2) == "0.01");
  CHECK(decimal_text(-0.001, 2) == "0.00");
  CHECK(decimal_text(12.7, 0) == "13");
  for (int i = -2000; i < 2000; ++i) {
    const double value = i * 0.0013731;  // never half way between two
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    CHECK(decimal_text(value, 3) == (std::string(text == std::string("-0.000") ? "0.000" : text)));
  }
}

TEST_CASE("a number in a table is the double that strtod reads, however it is written") {
  for (const char* text :
       {"0.1", "-0.3", "5.20", "123456789012345", "0.00000000000001", ".5", "5.", "1e3", "-2.5E-4",
        "1234567890.12345", "12345678901234567890", "0.1234567890123456789", "+7.5", "-0"})
    CHECK_MESSAGE(*decimal_number(text) == std::strtod(text, nullptr), text);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = decimal_text(i * 0.01234567 - 100, i % 9);
    CHECK(*decimal_number(text) == std::strtod(text.c_str(), nullptr));
  }
  for (const char* text :
       {"", ".", "-", "-.", "1.2.3", "1,5", " 1", "1 ", "--1", "1-", "nan", "inf", "0x1p3"})
    CHECK_MESSAGE(!decimal_number(text), text);
}
