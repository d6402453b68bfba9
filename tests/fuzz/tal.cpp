// One block of annotation bytes.
#include "edf/tal.hpp"

#include "edf/text.hpp"
#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view block = fuzz::text_of(data, size);
  std::size_t bytes = 0;
  int unreadable = 0;
  const edf::TalBlock result = edf::read_tals(
      block, true,
      [&](const edf::Tal& tal) {
        bytes += tal.text.size();
        require(!tal.text.empty(), "texts are not empty");
        require(!tal.duration || *tal.duration >= 0, "durations are not negative");
        require(edf::is_utf8(edf::decode_text(tal.text).text), "texts become UTF-8");
      },
      [&](std::string_view tal) {
        bytes += tal.size();
        ++unreadable;
        require(edf::is_utf8(edf::printable(tal)), "raw text is printable");
      });
  require(bytes <= size, "texts lie in the block");
  require(unreadable == result.unreadable, "what cannot be read is counted");
  return 0;
}
