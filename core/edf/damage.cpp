#include "edf/damage.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "edf/diagnostics.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

using namespace std::string_view_literals;

/// How a file of another format begins.
struct Mark {
  std::string_view bytes;
  std::string_view name;  ///< of an archive its name, else the text of the catalogues that names the format
};

Error other_format(std::string_view name, bool recording) {
  return refuse<Finding::other_format>(
      {{"name", words::Said{name, {}}},
       {"advice", recording ? words::say<"edf.convert_it">() : words::say<"edf.choose_the_recording">()}});
}

constexpr std::array archives{
    Mark{"PK\x03\x04"sv, "ZIP"},
    Mark{"PK\x05\x06"sv, "ZIP"},
    Mark{"\x1F\x8B"sv, "gzip"},
    Mark{"7z\xBC\xAF\x27\x1C"sv, "7-Zip"},
    Mark{"Rar!\x1A\x07"sv, "RAR"},
    Mark{"BZh"sv, "bzip2"},
    Mark{"\xFD"
         "7zXZ\0"sv,
         "xz"},
    Mark{"\x28\xB5\x2F\xFD"sv, "Zstandard"},
};

constexpr std::array recordings{
    Mark{"GDF "sv, words::name<"edf.kind.gdf">},
    Mark{"MATLAB 5.0 MAT-file"sv, words::name<"edf.kind.matlab">},
    Mark{"\x89HDF\r\n\x1A\n"sv, words::name<"edf.kind.hdf5">},
    Mark{"Brain Vision Data Exchange Header"sv, words::name<"edf.kind.brainvision_header">},
    Mark{"Brain Vision Data Exchange Marker"sv, words::name<"edf.kind.brainvision_markers">},
    Mark{"BrainVision Data Exchange"sv, words::name<"edf.kind.brainvision">},
    Mark{"Version 3.0"sv, words::name<"edf.kind.neuroscan">},
    Mark{"EEG-1100"sv, words::name<"edf.kind.nihon_kohden">},
    Mark{"XDF:"sv, words::name<"edf.kind.xdf">},
};

constexpr std::array others{
    Mark{"SR_RESEARCH_COMBINED_FILE"sv, words::name<"edf.kind.eyelink">},
    Mark{"SRREDF"sv, words::name<"edf.kind.eyelink">},
    Mark{"%PDF-"sv, words::name<"edf.kind.pdf">},
    Mark{"\x89PNG\r\n\x1A\n"sv, words::name<"edf.kind.png">},
    Mark{"\xFF\xD8\xFF"sv, words::name<"edf.kind.jpeg">},
    Mark{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, words::name<"edf.kind.office">},
    Mark{"SQLite format 3\0"sv, words::name<"edf.kind.sqlite">},
    Mark{"#!"sv, words::name<"edf.kind.script">},
    Mark{"\x7F"
         "ELF"sv,
         words::name<"edf.kind.program">},
    Mark{"MZ\x90"sv, words::name<"edf.kind.program">},
};

std::optional<std::string_view> find(std::span<const Mark> marks, std::string_view begin) {
  for (const Mark& mark : marks)
    if (begin.starts_with(mark.bytes)) return mark.name;
  return std::nullopt;
}

/// Base64 of "0       " and of FF "BIOSEMI"; a line of the alphabet alone is not enough.
bool is_base64_recording(std::string_view text) {
  if (text.starts_with("data:")) {
    const std::size_t comma = text.find(";base64,");
    if (comma == std::string_view::npos) return false;
    text.remove_prefix(comma + 8);
  }
  return text.starts_with("MCAgICAgIC") || text.starts_with("/0JJT1NFTU");
}

bool is_web_page(const std::string& text) {
  return text.starts_with("<!doctype html") || text.starts_with("<html") || text.starts_with("<head") ||
         (text.starts_with("<?xml") && text.find("<html") != std::string::npos) ||
         (text.starts_with("<!--") && text.find("<html") != std::string::npos);
}

bool is_annex_link(const std::string& text) {
  return text.find(".git/annex/objects/") != std::string::npos || text.starts_with("/annex/objects/");
}

/// ESRF: a brace, then "Name = value ;" lines.
bool is_esrf(std::string_view text) {
  if (!text.starts_with("{")) return false;
  return text.find("HeaderID") != std::string_view::npos ||
         text.find("EDF_DataBlockID") != std::string_view::npos ||
         (text.find("ByteOrder") != std::string_view::npos && text.find("Dim_1") != std::string_view::npos);
}

}  // namespace

std::optional<Error> recognise_other(std::string_view begin) {
  if (begin.starts_with("\xEF\xBF\xBD"
                        "BIOSEMI"))
    return refuse<Finding::utf8_damage>({{"times", 0}}, where_byte(0));
  if (begin.starts_with("\xC3\xBF"
                        "BIOSEMI"))
    return refuse<Finding::recoded>({{"coding", words::as_is("UTF-8")}}, where_byte(0));
  if (begin.starts_with("\xFF\xFE"sv) || begin.starts_with("\xFE\xFF"sv) || begin.starts_with("0\0 \0 \0"sv))
    return refuse<Finding::recoded>({{"coding", words::as_is("UTF-16")}}, where_byte(0));
  if (const auto name = find(archives, begin))
    return refuse<Finding::compressed>({{"name", words::as_is(*name)}});
  if (const auto name = find(recordings, begin)) return other_format(*name, true);
  if (const auto name = find(others, begin)) return other_format(*name, false);
  std::string_view text = begin;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = trim(text);
  const std::string low = lower(text.substr(0, 512));
  if (is_web_page(low)) return refuse<Finding::web_page>();
  if (low.starts_with("version https://git-lfs"))
    return refuse<Finding::git_pointer>(
        {{"tool", words::as_is("Git LFS")}, {"command", words::as_is("git lfs pull")}});
  if (is_annex_link(low))
    return refuse<Finding::git_pointer>(
        {{"tool", words::as_is("git-annex")}, {"command", words::as_is("git annex get")}});
  if (is_base64_recording(text)) return refuse<Finding::base64>();
  if (is_esrf(text)) return other_format(words::name<"edf.kind.esrf">, false);
  if (text.starts_with("{") || text.starts_with("["))
    return other_format(words::name<"edf.kind.json">, false);
  if (text.starts_with("<")) return other_format(words::name<"edf.kind.xml">, false);
  return std::nullopt;
}

void TransferDamage::push(std::span<const std::uint8_t> bytes) {
  watch_replacements(bytes);
  if (still_utf8_) watch_utf8(bytes);
  if (every_newline_returned_) watch_returns(bytes);
}

void TransferDamage::watch_replacements(std::span<const std::uint8_t> bytes) {
  constexpr std::uint64_t stretch = std::uint64_t{1} << 20;
  constexpr std::uint32_t replacement = 0xEFBFBD;
  if (watched_ >= stretch) return;
  for (const std::uint8_t byte :
       bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(stretch - watched_, bytes.size())))) {
    last_three_ = (last_three_ << 8 | byte) & 0xFFFFFF;
    if (last_three_ == replacement) ++replacements_[static_cast<std::size_t>(watched_ % 3)];
    ++watched_;
  }
}

void TransferDamage::watch_utf8(std::span<const std::uint8_t> bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    // Long stretches of ASCII (a flat signal at 0) go by in words.
    std::uint64_t word = 0;
    while (tail_bytes_due_ == 0 && i + sizeof word < bytes.size()) {
      std::memcpy(&word, bytes.data() + i, sizeof word);
      if ((word & 0x8080808080808080) != 0) break;
      i += sizeof word;
    }
    const std::uint8_t byte = bytes[i];
    if (tail_bytes_due_ > 0) {
      still_utf8_ = (byte & 0xC0) == 0x80;
      if (!still_utf8_) return;
      ++continuation_bytes_;
      --tail_bytes_due_;
      continue;
    }
    if (byte < 0x80) continue;
    ++sequences_;
    tail_bytes_due_ = byte >= 0xC2 && byte <= 0xDF   ? 1
                      : byte >= 0xE0 && byte <= 0xEF ? 2
                      : byte >= 0xF0 && byte <= 0xF4 ? 3
                                                     : 0;
    still_utf8_ = tail_bytes_due_ > 0;
    if (!still_utf8_) return;
  }
}

void TransferDamage::watch_returns(std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) return;
  const std::uint8_t* const begin = bytes.data();
  const std::uint8_t* const end = begin + bytes.size();
  for (const std::uint8_t* at = begin; at != end; ++at) {
    at = static_cast<const std::uint8_t*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    if (at == nullptr) break;
    const std::uint8_t previous = at == begin ? before_ : at[-1];
    if (previous != '\r') {
      every_newline_returned_ = false;
      return;
    }
    ++newlines_;
  }
  before_ = bytes.back();
}

std::optional<std::uint64_t> TransferDamage::replaced_bytes(std::optional<std::int64_t> excess_bytes) const {
  constexpr std::uint64_t least = 8, one_in = 500;  // bytes; by chance it is one in 2^24
  const std::uint64_t count = replacements_[0] + replacements_[1] + replacements_[2];
  const std::uint64_t most = std::max({replacements_[0], replacements_[1], replacements_[2]});
  if (count < least || count * one_in < watched_) return std::nullopt;
  if (most * 10 > count * 9 || excess_bytes == 0) return std::nullopt;
  return count;
}

std::optional<std::uint64_t> TransferDamage::recoded_bytes(std::optional<std::int64_t> excess_bytes) const {
  constexpr std::uint64_t least = 8;
  if (!still_utf8_ || sequences_ < least) return std::nullopt;
  if (excess_bytes != static_cast<std::int64_t>(continuation_bytes_)) return std::nullopt;
  return sequences_;
}

std::optional<std::uint64_t> TransferDamage::inserted_returns(
    std::optional<std::int64_t> excess_bytes) const {
  constexpr std::uint64_t least = 2;
  if (!every_newline_returned_ || newlines_ < least) return std::nullopt;
  if (excess_bytes != static_cast<std::int64_t>(newlines_)) return std::nullopt;
  return newlines_;
}

}  // namespace attune::edf
