// Damage and other formats have names.
#include "edf_bytes.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

Bytes bytes_of(const std::string& text) {
  return {text.begin(), text.end()};
}

/// A larger file, as damage is told by its counts.
RawFile long_file() {
  RawFile file;
  file.records = "100";
  file.data = counting(1600);
  return file;
}

/// Every byte from 0x80 up replaced as `replace` says.
template <class Replace>
Bytes replaced(const Bytes& bytes, Replace replace) {
  Bytes out;
  for (const std::uint8_t byte : bytes) {
    const std::string to = replace(byte);
    out.insert(out.end(), to.begin(), to.end());
  }
  return out;
}

std::string one(std::uint8_t byte) {
  return std::string(1, static_cast<char>(byte));
}

}  // namespace

TEST_CASE("a header that lost or gained bytes is told by where its fields read correctly") {
  for (const int change : {-2, -1, 1, 2}) {
    Bytes bytes = assemble(long_file());
    if (change < 0)
      bytes.erase(bytes.begin() + 20, bytes.begin() + 20 - change);
    else
      bytes.insert(bytes.begin() + 20, static_cast<std::size_t>(change), ' ');
    const Reading got = read(bytes, 100);
    REQUIRE_MESSAGE(got.error() == "E_HEADER_SHIFTED", change);
    CHECK(got.status.error().where == "the patient field");
  }
  Bytes bytes = assemble(long_file());
  bytes.erase(bytes.begin() + 20);
  CHECK(read(bytes).status.error().message ==
        "The header is damaged: one byte is missing in the patient field, so that every field after it "
        "stands one "
        "byte too early. Get the original again.");
  bytes = assemble(long_file());
  bytes.erase(bytes.begin() + 200);  // in the reserved field
  CHECK(read(bytes).error() == "E_HEADER_SHIFTED");
  bytes = assemble(long_file());
  bytes.erase(bytes.begin() + 270);  // in a label
  CHECK(read(bytes).status.error().where == "the signals’ part of the header");
  bytes = assemble(long_file());
  bytes.insert(bytes.begin() + 270, ' ');
  CHECK(read(bytes).error() == "E_HEADER_SHIFTED");
}

TEST_CASE("one bad field is no shift") {
  RawFile file = raw_file();
  file.header_bytes = "768    (";
  CHECK(read(assemble(file)).message("W_HEADER_BYTES") ==
        "The header gives its own length as “768    (” bytes; 768 bytes are used, as its 2 signals need.");
}

TEST_CASE("bytes replaced by U+FFFD destroy a recording") {
  const Bytes bytes = replaced(assemble(long_file()),
                               [](std::uint8_t byte) { return byte < 0x80 ? one(byte) : "\xEF\xBF\xBD"; });
  for (const std::size_t slice : {1u, 1000u, 100000u}) {
    const Reading got = read(bytes, slice);
    REQUIRE(got.error() == "E_DAMAGED_UTF8");
    CHECK(got.status.error().message.english().starts_with(
        "This recording is destroyed: it was handled as text, and "
        "bytes that are not text were replaced by question marks ("));
  }
  Bytes with_a_stray_byte = bytes;
  with_a_stray_byte[30] = 0x94;
  CHECK(read(with_a_stray_byte).error() == "E_DAMAGED_UTF8");
  CHECK(read(bytes_of("\xEF\xBF\xBD"
                      "BIOSEMI" +
                      std::string(600, ' ')))
            .error() == "E_DAMAGED_UTF8");
}

TEST_CASE("a recording converted to UTF-8 or UTF-16 is told") {
  const Bytes bytes = replaced(assemble(long_file()), [](std::uint8_t byte) {
    if (byte < 0x80) return one(byte);
    return one(static_cast<std::uint8_t>(0xC0 | byte >> 6)) +
           one(static_cast<std::uint8_t>(0x80 | (byte & 0x3F)));
  });
  CHECK(read(bytes).error() == "E_DAMAGED_RECODED");
  const Bytes wide =
      replaced(assemble(long_file()), [](std::uint8_t byte) { return one(byte) + std::string(1, '\0'); });
  CHECK(read(wide).status.error().message ==
        "This recording is damaged: it was converted to UTF-16 as if it were text, so that single bytes "
        "became two or "
        "more. Get the original again and copy it as a binary file.");
}

TEST_CASE("line ends put in by a transfer as text are counted") {
  const Bytes bytes = replaced(assemble(long_file()), [](std::uint8_t byte) {
    return byte == '\n' ? std::string("\r\n") : one(byte);
  });
  const std::size_t inserted = bytes.size() - assemble(long_file()).size();
  REQUIRE(inserted > 2);
  for (const std::size_t slice : {1u, 777u, 100000u})
    CHECK(read(bytes, slice).status.error().message ==
          "This recording is damaged: it was transferred as text, and " + std::to_string(inserted) +
              " bytes were put in as ends of lines. Transfer the original again in binary mode.");
}

TEST_CASE("a byte-order mark before an intact recording is skipped") {
  Bytes bytes = assemble(raw_file());
  const std::string mark = "\xEF\xBB\xBF";
  bytes.insert(bytes.begin(), mark.begin(), mark.end());
  for (const std::size_t slice : {1u, 600u, 10000u}) {
    const Reading got = read(bytes, slice);
    REQUIRE(got.status.ok());
    CHECK(got.digital[0][0] == sample_value(0, 0, false));
    CHECK(got.header.header_bytes == 771);
    CHECK(got.message("W_BYTE_ORDER_MARK") ==
          "A text program put the mark of a text file before the header; it is skipped.");
    CHECK(got.diagnostics.size() == 1);
  }
}

TEST_CASE("intact recordings are not taken for damaged ones") {
  // Samples that are all text, and annotations in UTF-8 with characters replaced long before.
  RawFile file = long_file();
  for (std::size_t i = 0; i < file.data.size(); ++i) file.data[i] = i % 2 == 0 ? '\r' : '\n';
  CHECK(read(assemble(file)).status.ok());
  // A 24-bit signal that rests at the value of these three bytes, in a file that lost its last record.
  Recipe flat = recipe(20);
  flat.header.bdf = true;
  Bytes resting = write(flat);
  const std::size_t begin = 256 * 4;
  for (std::size_t at = begin; at + 3 <= resting.size(); at += 3) {
    resting[at] = 0xEF;
    resting[at + 1] = 0xBF;
    resting[at + 2] = 0xBD;
  }
  resting.resize(resting.size() - 3);
  CHECK(read(resting).status.ok());
  std::vector<std::vector<std::string>> tals;
  for (int r = 0; r < 20; ++r)
    tals.push_back(
        {clock("+" + std::to_string(r)) + tal("+" + std::to_string(r), "\uFFFD\uFFFD\uFFFD\uFFFD")});
  Bytes bytes = with_tals(tals);
  for (int r = 0; r < 20; ++r)
    std::fill_n(bytes.begin() + 768 + r * 64, 16, std::uint8_t{0});  // a flat signal
  CHECK(read(bytes).status.ok());
}

TEST_CASE("other formats and placeholders are named") {
  const std::string pad(600, ' ');
  const auto error_of = [](const std::string& text) { return read(bytes_of(text), 64).status.error(); };
  CHECK(error_of("<!DOCTYPE html><html><head><title>404</title>").message ==
        "This is a web page saved under the name of a recording: the download went wrong. Download the "
        "recording "
        "again.");
  CHECK(error_of("\n <HTML>" + pad).code == "E_WEB_PAGE");
  CHECK(error_of("version https://git-lfs.github.com/spec/v1\noid sha256:aaaa\nsize 12345\n").message ==
        "This is a Git LFS placeholder that points to the recording, not the recording itself. Fetch the "
        "content "
        "with “git lfs pull”.");
  CHECK(error_of("../../.git/annex/objects/Gx/4j/MD5E-s123--abc.edf/MD5E-s123--abc.edf").message ==
        "This is a git-annex placeholder that points to the recording, not the recording itself. Fetch the "
        "content "
        "with “git annex get”.");
  CHECK(error_of("/annex/objects/MD5E-s123--abc.edf\n").code == "E_GIT_POINTER");
  CHECK(error_of("PK\x03\x04" + pad).message ==
        "This is a ZIP archive. Unpack it and open the recording inside.");
  CHECK(error_of("\x1F\x8B\x08" + pad).code == "E_COMPRESSED");
  CHECK(error_of("GDF 2.20" + pad).message ==
        "This is a GDF (General Data Format) recording, not EDF or BDF. Convert it to EDF with the software "
        "it came "
        "from.");
  CHECK(error_of("SR_RESEARCH_COMBINED_FILE" + pad).message ==
        "This is an EyeLink eye-tracker file, which also ends in .edf, not EDF or BDF. Choose the recording "
        "itself.");
  CHECK(error_of("{\nHeaderID = EH:000001:000000:000000 ;\nByteOrder = LowByteFirst ;" + pad).message ==
        "This is an ESRF data file (X-ray images), which also ends in .edf, not EDF or BDF. Choose the "
        "recording "
        "itself.");
  CHECK(error_of("MCAgICAgICBYIFggWCBY" + pad).message ==
        "This is a recording written as base64 text. Decode the text into bytes, then open it.");
  CHECK(error_of("data:application/octet-stream;base64,MCAgICAgICBYIFggWCBY").code == "E_BASE64");
  CHECK(error_of("/0JJT1NFTUk" + pad).code == "E_BASE64");
  CHECK(
      error_of("hello, world" + pad).message ==
      "This is not an EDF or BDF recording: it does not begin as one. If it comes from a recorder, export it "
      "there as EDF or EDF+.");
  CHECK(error_of(std::string(300, ' ')).code == "E_NOT_EDF");
  CHECK(error_of(std::string(300, '\0')).code == "E_NOT_EDF");
}

TEST_CASE("an empty file and a header cut short are told") {
  CHECK(read({}).status.error().message == "The file is empty: it holds no bytes.");
  const Bytes bytes = assemble(raw_file());
  for (const std::size_t size : {1u, 255u, 256u, 600u, 767u}) {
    const Reading got = read(Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)));
    CHECK_MESSAGE(got.error() == "E_HEADER_SHORT", size);
  }
  CHECK(
      read(Bytes(bytes.begin(), bytes.begin() + 600)).status.error().message ==
      "The file ends inside its header: it holds 600 bytes, the header needs 768. The copy is not complete.");
  // A reading that breaks off before the size that was promised.
  const Reading got = read(Bytes(bytes.begin(), bytes.begin() + 600), 100, bytes.size());
  CHECK(got.error() == "E_HEADER_SHORT");
  const Reading late = read(Bytes(bytes.begin(), bytes.begin() + 850), 100, bytes.size());
  REQUIRE(late.status.ok());
  CHECK(late.header.records == 2);
  CHECK(late.message("W_READ_SHORT") ==
        "Only 850 of 896 bytes of this file could be read; what follows them is missing.");
}
