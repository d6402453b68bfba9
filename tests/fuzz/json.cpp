// Whatever stands in a file's texts, JSON that carries them reads back the same and holds no raw control
// character.
#include "base/json.hpp"

#include "edf/deidentify.hpp"
#include "edf/text.hpp"
#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

namespace {

void round_trip(const Json& json) {
  const std::string text = dump(json);
  for (const char c : text) require(static_cast<unsigned char>(c) >= 0x20, "no raw control character");
  require(edf::is_utf8(text), "JSON is UTF-8");
  const Json back = Json::parse(text, nullptr, false);
  require(!back.is_discarded() && back == json, "JSON reads back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  edf::Reader reader(size, {});
  const Status pushed = reader.push({data, size});
  const Status finished = pushed ? reader.finish() : pushed;
  if (!finished) round_trip(to_json(finished.error()));
  round_trip(to_json(reader.diagnostics()));
  Json texts = Json::array();
  for (const edf::Annotation& item : reader.annotations()) texts.push_back(item.text);
  const edf::Header& header = reader.header();
  for (const edf::Signal& signal : header.signals)
    texts.push_back(signal.label + signal.unit + signal.prefilter + signal.transducer + signal.reference);
  texts.push_back(header.identity.patient + header.identity.recording + header.start_raw + header.reserved);
  round_trip(texts);

  if (!finished) return 0;
  round_trip(to_json(edf::identity_places(reader, {true, true})));
  const std::span<const std::uint8_t> bytes(data, size);
  const auto before = bytes.first(static_cast<std::size_t>(header.header_bytes));
  std::vector<std::uint8_t> copy = edf::deidentified_header(before, header, {true, true});
  require(copy.size() == before.size(), "a cleaned header keeps its length");
  copy.insert(copy.end(), bytes.begin() + static_cast<std::ptrdiff_t>(header.header_bytes), bytes.end());
  edf::Reader again(size, {});
  Status read = again.push(copy);
  if (read) read = again.finish();
  // What stood in the cleaned fields may have been all that hid a shifted header; whoever copies is told.
  if (!read) {
    require(read.error().code == "E_HEADER_SHIFTED", "a cleaned copy reads, or is known as damaged");
    return 0;
  }
  require(again.header().identity.patient == "X X X X" && !again.header().start, "a cleaned copy is clean");
  require(again.header().records == header.records && again.header().record_bytes == header.record_bytes,
          "a cleaned copy has the same records");
  return 0;
}
