#include "cli/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

#include "cli/gzip.hpp"

namespace attune::cli {

namespace {

constexpr std::size_t slice_bytes = std::size_t{1} << 20;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Error file_error(const std::string& what) {
  return {"E_FILE", what + ": " + std::strerror(errno) + ".", ""};
}

Status read_plain(std::FILE* file, const OnSlice& on_slice) {
  std::vector<std::uint8_t> slice(slice_bytes);
  while (const std::size_t count = std::fread(slice.data(), 1, slice.size(), file)) {
    if (const Status status = on_slice(std::span(slice).first(count)); !status) return status;
  }
  if (std::ferror(file)) return file_error("The file cannot be read");
  return success();
}

Status read_gzip(std::FILE* file, const OnSlice& on_slice) {
  GzipStream stream;
  const Status status =
      read_plain(file, [&](std::span<const std::uint8_t> slice) { return stream.push(slice, on_slice); });
  return status ? stream.finish() : status;
}

}  // namespace

Result<InputFile> InputFile::open(const std::string& path) {
  InputFile input;
  input.path_ = path;
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return file_error("The file cannot be opened");
  std::array<std::uint8_t, 2> begin{};
  const std::size_t got = std::fread(begin.data(), 1, begin.size(), file.get());
  if (std::ferror(file.get())) return file_error("The file cannot be read");
  input.gzip_ = cli::is_gzip(std::span(begin).first(got));
  if (input.gzip_) {
    const Status status = input.read([&](std::span<const std::uint8_t> slice) {
      input.size_ += slice.size();
      return success();
    });
    if (!status) return status.error();
    return input;
  }
  if (fseeko(file.get(), 0, SEEK_END) != 0) return file_error("The file cannot be read");
  input.size_ = static_cast<std::uint64_t>(ftello(file.get()));
  return input;
}

Status InputFile::read(const OnSlice& on_slice) const {
  const File file(std::fopen(path_.c_str(), "rb"));
  if (!file) return file_error("The file cannot be opened");
  return gzip_ ? read_gzip(file.get(), on_slice) : read_plain(file.get(), on_slice);
}

Status read_recording(const std::string& path, edf::Reader::RecordHandler on_record,
                      std::unique_ptr<edf::Reader>& reader, edf::ReaderOptions options) {
  const auto file = InputFile::open(path);
  if (!file) return file.error();
  reader = std::make_unique<edf::Reader>(file->size(), std::move(on_record), options);
  const Status status = file->read([&](std::span<const std::uint8_t> slice) { return reader->push(slice); });
  return status ? reader->finish() : status;
}

Status read_bytes(const std::string& path, const OnSlice& on_slice) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return file_error("The file cannot be opened");
  return read_plain(file.get(), on_slice);
}

Result<std::string> read_text_file(const std::string& path) {
  std::string text;
  const Status status = read_bytes(path, [&](std::span<const std::uint8_t> slice) {
    text.append(slice.begin(), slice.end());
    return success();
  });
  if (!status) return status.error();
  return text;
}

namespace {
std::string unfinished(const std::string& path) {
  return path + ".part";
}
}  // namespace

Result<OutputFile> OutputFile::create(const std::string& path) {
  OutputFile file;
  file.path_ = path;
  file.file_ = std::fopen(unfinished(path).c_str(), "wb");
  if (file.file_ == nullptr) return file_error("The file cannot be written");
  return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, nullptr)) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(file_, other.file_);
  return *this;
}

OutputFile::~OutputFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  std::remove(unfinished(path_).c_str());
}

Status OutputFile::write(std::span<const std::uint8_t> bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size())
    return file_error("The file cannot be written");
  return success();
}

Status OutputFile::finish() {
  if (std::fflush(file_) != 0) return file_error("The file cannot be written");
  std::fclose(std::exchange(file_, nullptr));
  if (std::rename(unfinished(path_).c_str(), path_.c_str()) != 0)
    return file_error("The file cannot be written");
  return success();
}

Status write_file(const std::string& path, std::span<const std::uint8_t> bytes) {
  auto file = OutputFile::create(path);
  if (!file) return file.error();
  const Status status = file->write(bytes);
  return status ? file->finish() : status;
}

Status write_text_file(const std::string& path, const std::string& text) {
  return write_file(path, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

int fail(const std::string& path, const Error& error) {
  std::string line = "attune: " + path + ": " + error.message;
  if (!error.where.empty()) line += " [" + error.where + "]";
  line += " (" + error.code + ")";
  // Text of the file may stand in the message; a control character of it must not break the line.
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = ' ';
  std::fprintf(stderr, "%s\n", line.c_str());
  return 1;
}

std::optional<std::uint64_t> whole_number(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace attune::cli
