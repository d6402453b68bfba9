// Files for the command line: recordings read in slices, gzip undone on the way, and messages to the
// terminal.
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/sha256.hpp"
#include "edf/reader.hpp"

namespace attune::cli {

/// A file read from its beginning in slices; never whole. A gzip file (by content, not by name) is read as
/// what it holds; for its size it is inflated once beforehand, within caps on size and ratio.
class InputFile {
 public:
  /// Errors: E_FILE (cannot be opened or read), E_GZIP_DAMAGED, E_GZIP_BOMB.
  static Result<InputFile> open(const std::string& path);

  /// Bytes that `read` will deliver.
  std::uint64_t size() const { return size_; }
  bool is_gzip() const { return gzip_; }

  /// Hands the content on, slice by slice, until the end or the first error of `on_slice`. `digest` takes the bytes
  /// as they lie on the disk, all of them, also behind an error.
  Status read(const std::function<Status(std::span<const std::uint8_t>)>& on_slice,
              Sha256* digest = nullptr) const;

 private:
  std::string path_;
  std::uint64_t size_ = 0;
  bool gzip_ = false;
};

/// Streams the recording at `path` through a reader. The reader's own error is returned; `reader` is set as
/// soon as the file is open and can be asked also after an error (a header without data can be shown).
Status read_recording(const std::string& path, edf::Reader::RecordHandler on_record,
                      std::unique_ptr<edf::Reader>& reader, edf::ReaderOptions options = {});

/// The bytes of a file as they lie on the disk, slice by slice. Errors: E_FILE, those of `on_slice`.
Status read_bytes(const std::string& path,
                  const std::function<Status(std::span<const std::uint8_t>)>& on_slice);

/// The whole of a small text file. Errors: E_FILE.
Result<std::string> read_text_file(const std::string& path);

/// A file under construction; it takes its name only when it is complete. Until then it has a hidden one, of this
/// process on this computer alone.
class OutputFile {
 public:
  /// Errors of all three: E_FILE.
  static Result<OutputFile> create(const std::string& path);
  Status write(std::span<const std::uint8_t> bytes);
  Status finish();

  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;
  ~OutputFile();

 private:
  OutputFile() = default;
  std::string path_;
  std::FILE* file_ = nullptr;
};

/// Writes a file whole or not at all. Errors: E_FILE.
Status write_file(const std::string& path, std::span<const std::uint8_t> bytes);
Status write_text_file(const std::string& path, const std::string& text);

/// Removes what runs on this computer that ended before they were done left unfinished in a folder, and what others
/// left there more than a day ago.
void remove_unfinished(const std::string& folder);

/// Prints `attune: PATH: message (CODE)` to standard error, in the language of cli/language.hpp.
void warn(const words::Text& path, const Error& error);

/// The same; gives exit status 1.
int fail(const words::Text& path, const Error& error);

/// The number given to an option; none, which has been said with the range, if it is none or lies outside.
std::optional<double> number_between(std::string_view option, const std::string& text, double lowest,
                                     double highest);

/// A whole number without sign, nothing around it.
std::optional<std::uint64_t> whole_number(const std::string& text);

}  // namespace attune::cli
