#include "base/file_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/words.hpp"

namespace attune {
namespace {

struct Beginning {
  std::string_view bytes, kind;
};

constexpr std::array beginnings{
    Beginning{"\xD0\xCF\x11\xE0", "workbook"},  // Excel before 2007
    Beginning{"$FL2", "spss"},
    Beginning{"$FL3", "spss"},
    Beginning{"ASCII SPSS PORT FILE", "spss"},
    Beginning{"<stata_dta>", "stata"},
    Beginning{"RDX2", "r"},
    Beginning{"RDX3", "r"},
    Beginning{"PAR1", "other"},  // Parquet
    Beginning{"SQLite format 3", "other"},
    Beginning{"\x89HDF", "other"},
    Beginning{"\x89PNG", "other"},
    Beginning{"ARROW1", "other"},
    Beginning{"MATLAB 5", "other"},
    Beginning{"{\\rtf", "other"},
    Beginning{"File type = \"oo", "other"},  // Praat
    Beginning{"%PDF", "pdf"},
    Beginning{"\x1F\x8B", "packed"},
    Beginning{"Rar!", "packed"},
    Beginning{"7z\xBC\xAF", "packed"},
    Beginning{"\xFF"
              "BIOSEMI",
              "recording"},
    Beginning{"0       ", "recording"},  // EDF's version
    Beginning{"ID;P", "workbook"},       // SYLK
    Beginning{"MIME-Version:", "page"},
};

/// A page, or a table of one that Excel calls a workbook, which may stand behind blanks.
bool is_page(std::string_view bytes) {
  constexpr std::array<std::string_view, 2> pages{"<!doctype html", "<html"};
  constexpr std::array<std::string_view, 3> parts{"<table", "<head", "<meta"};
  const auto begins = [](std::string_view text, const auto& tags) {
    const std::string begin = lower(text.substr(0, 20));
    return std::any_of(tags.begin(), tags.end(),
                       [&](std::string_view tag) { return begin.starts_with(tag); });
  };
  const std::size_t blanks = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
  return begins(bytes, pages) || begins(bytes.substr(blanks), parts);
}

constexpr std::string_view sas_mark{"\xC2\xEA\x81\x60\xB3\x14\x11\xCF", 8};  // from byte 12 on

/// What is packed: workbooks, documents, projects of Datavyu's and files of jamovi and JASP are zip archives too.
std::string_view kind_of_archive(std::string_view bytes) {
  const auto has = [&](std::string_view part) { return bytes.find(part) != std::string_view::npos; };
  if (has("word/") || has("ppt/") || has("opendocument.text") || has("META-INF/MANIFEST.MF")) return "other";
  if (has("[Content_Types].xml") || has("opendocument") || has(".iwa")) return "workbook";
  return has("project") && has("db") ? "datavyu" : "packed";
}

}  // namespace

std::optional<std::string_view> kind_of_file(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return kind_of_archive(bytes);
  for (const Beginning& beginning : beginnings)
    if (bytes.starts_with(beginning.bytes)) return beginning.kind;
  if (is_page(bytes)) return "page";
  if (bytes.size() > 20 && bytes.substr(12).starts_with(sas_mark)) return "sas";
  constexpr std::size_t enough = 4096;
  const auto has = [&](std::string_view part) {
    return bytes.substr(0, enough).find(part) != std::string_view::npos;
  };
  if (bytes.starts_with("<?xml"))
    return has("ANNOTATION_DOCUMENT") ? "elan"
           : has("<html")             ? "page"
           : has("Workbook")          ? "workbook"
                                      : "other";
  const bool is_project =
      bytes.starts_with('{') && (has("\"project_format_version\"") || has("\"time_format\""));
  return is_project ? std::optional<std::string_view>("boris") : std::nullopt;
}

}  // namespace attune
