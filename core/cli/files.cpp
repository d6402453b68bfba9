#include "cli/files.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/gzip.hpp"
#include "cli/language.hpp"
#include "edf/text.hpp"
#include "words/ids/cli.hpp"

namespace attune::cli {

namespace {

constexpr std::size_t slice_bytes = std::size_t{1} << 20;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// What cannot be done with it: "opened", "read", "written".
Error file_error(const char* what) {
  return {"E_FILE",
          words::say<"cli.file">({{"what", words::as_is(what)}, {"why", words::as_is(std::strerror(errno))}}),
          ""};
}

Status read_plain(std::FILE* file, const OnSlice& on_slice) {
  std::vector<std::uint8_t> slice(slice_bytes);
  while (const std::size_t count = std::fread(slice.data(), 1, slice.size(), file)) {
    if (const Status status = on_slice(std::span(slice).first(count)); !status) return status;
  }
  if (std::ferror(file)) return file_error("read");
  return success();
}

}  // namespace

Result<InputFile> InputFile::open(const std::string& path) {
  InputFile input;
  input.path_ = path;
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return file_error("opened");
  std::array<std::uint8_t, 2> begin{};
  const std::size_t got = std::fread(begin.data(), 1, begin.size(), file.get());
  if (std::ferror(file.get())) return file_error("read");
  input.gzip_ = cli::is_gzip(std::span(begin).first(got));
  if (input.gzip_) {
    const Status status = input.read([&](std::span<const std::uint8_t> slice) {
      input.size_ += slice.size();
      return success();
    });
    if (!status) return status.error();
    return input;
  }
  if (fseeko(file.get(), 0, SEEK_END) != 0) return file_error("read");
  input.size_ = static_cast<std::uint64_t>(ftello(file.get()));
  return input;
}

Status InputFile::read(const OnSlice& on_slice, Sha256* digest) const {
  const File file(std::fopen(path_.c_str(), "rb"));
  if (!file) return file_error("opened");
  std::optional<GzipStream> gzip;
  if (gzip_) gzip.emplace();
  Status taken = success();
  const Status read = read_plain(file.get(), [&](std::span<const std::uint8_t> slice) {
    if (digest != nullptr) digest->update(slice);
    if (taken) taken = gzip ? gzip->push(slice, on_slice) : on_slice(slice);
    return digest != nullptr ? success() : taken;
  });
  if (!read || !taken) return !taken ? taken : read;
  return gzip ? gzip->finish() : success();
}

Status read_recording(const std::string& path, edf::Reader::RecordHandler on_record,
                      std::unique_ptr<edf::Reader>& reader, edf::ReaderOptions options) {
  const auto file = InputFile::open(path);
  if (!file) return file.error();
  reader = std::make_unique<edf::Reader>(file->size(), std::move(on_record), options);
  const Status status = file->read([&](std::span<const std::uint8_t> slice) {
    if (std::ferror(stdout) != 0)  // nobody takes any more what is printed of the rest
      return Status(Error{"E_FILE", words::say<"cli.reading_stopped">(), ""});
    return reader->push(slice);
  });
  return status ? reader->finish() : status;
}

Status read_bytes(const std::string& path, const OnSlice& on_slice) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return file_error("opened");
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

namespace fs = std::filesystem;

constexpr std::string_view unfinished_suffix = ".part";

/// How the names of unfinished files of this computer begin, before the number of the process.
std::string unfinished_prefix() {
  std::array<char, 64> host{};
  gethostname(host.data(), host.size() - 1);
  std::string prefix = ".attune-" + std::string(host.data()) + "-";
  std::replace(prefix.begin(), prefix.end(), '/', '-');
  return prefix;
}

std::string unfinished(const std::string& path) {
  const auto number = [](std::uint64_t value) { return std::to_string(value); };
  return (fs::path(path).parent_path() /
          (unfinished_prefix() + number(static_cast<std::uint64_t>(getpid())) + "-" +
           number(std::hash<std::string>{}(path)) + std::string(unfinished_suffix)))
      .string();
}

/// Whether nobody will finish the file of this name, as `unfinished` gives them.
bool is_abandoned(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string(), ours = unfinished_prefix();
  if (!name.starts_with(".attune-") || !name.ends_with(unfinished_suffix)) return false;
  long process = 0;
  if (name.starts_with(ours) &&
      std::from_chars(name.data() + ours.size(), name.data() + name.size(), process).ec == std::errc())
    return kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH;
  std::error_code failed;
  const auto written = entry.last_write_time(failed);
  return !failed && fs::file_time_type::clock::now() - written > std::chrono::hours(24);
}

}  // namespace

void remove_unfinished(const std::string& folder) {
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    std::error_code ignored;
    if (is_abandoned(*entry)) fs::remove(entry->path(), ignored);
  }
}

Result<OutputFile> OutputFile::create(const std::string& path) {
  OutputFile file;
  file.path_ = path;
  file.file_ = std::fopen(unfinished(path).c_str(), "wb");
  if (file.file_ == nullptr) return file_error("written");
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
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) return file_error("written");
  return success();
}

Status OutputFile::finish() {
  // What waited in memory may fail only now, on a network's disk only when the file is closed.
  bool written = std::fflush(file_) == 0;
  written = std::fclose(std::exchange(file_, nullptr)) == 0 && written;
  if (written && std::rename(unfinished(path_).c_str(), path_.c_str()) == 0) return success();
  const Error error = file_error("written");
  std::remove(unfinished(path_).c_str());
  return error;
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

void warn(const words::Text& path, const Error& error) {
  std::string line = "attune: " + spoken(path) + ": " + spoken(error.message);
  if (!error.where.empty()) line += " [" + spoken(error.where) + "]";
  line += " (" + error.code + ")";
  // Text of the file may stand in the message; a control character of it must not break the line.
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = ' ';
  std::fprintf(stderr, "%s\n", edf::decode_text(line).text.c_str());
}

int fail(const words::Text& path, const Error& error) {
  warn(path, error);
  return 1;
}

std::optional<double> number_between(std::string_view option, const std::string& text, double lowest,
                                     double highest) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool read = error == std::errc() && end == text.data() + text.size();
  if (read && value >= lowest && value <= highest) return value;
  const std::string said =
      spoken(words::say<"cli.number_between">({{"option", words::as_is(option)},
                                               {"lowest", words::significant(lowest, 10)},
                                               {"highest", words::significant(highest, 10)}}));
  std::fprintf(stderr, "attune: %s\n", said.c_str());
  return std::nullopt;
}

std::optional<std::uint64_t> whole_number(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace attune::cli
