// `attune deidentify IN OUT`: a copy without the identity in its header, and the list of what was not
// cleaned.
#include "edf/deidentify.hpp"

#include <cstdio>
#include <filesystem>

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"

namespace attune::cli {

namespace {

constexpr const char* usage = "deidentify IN OUT [--technical] [--annotations]";

struct Wanted {
  std::vector<std::string> paths;
  edf::DeidentifyOptions options;
};

/// Splits a stream at `position`: header bytes are collected, the rest is handed on.
class Splitter {
 public:
  explicit Splitter(std::uint64_t position) : position_(position) {}
  std::span<const std::uint8_t> data_of(std::span<const std::uint8_t> slice) {
    const std::uint64_t missing = position_ - header_.size();
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(missing, slice.size()));
    header_.insert(header_.end(), slice.begin(), slice.begin() + static_cast<std::ptrdiff_t>(count));
    return slice.subspan(count);
  }
  bool has_header() const { return header_.size() == position_; }
  const std::vector<std::uint8_t>& header() const { return header_; }

 private:
  std::uint64_t position_;
  std::vector<std::uint8_t> header_;
};

/// SHA-256 of a recording: of each signal's samples, and of all bytes after the header.
struct Digests {
  std::vector<std::string> signals;
  std::string data;
};

Result<Digests> digests_of(const std::string& path, std::unique_ptr<edf::Reader>& reader) {
  std::vector<Sha256> hashes;
  std::vector<std::int32_t> samples;
  const Status status = read_recording(
      path,
      [&](const edf::Record& record) {
        hashes.resize(record.header.signals.size());
        for (std::size_t i = 0; i < hashes.size(); ++i) {
          samples.resize(static_cast<std::size_t>(record.header.signals[i].samples_per_record));
          record.digital(i, samples);
          hashes[i].update(
              {reinterpret_cast<const std::uint8_t*>(samples.data()), samples.size() * sizeof samples[0]});
        }
      },
      reader);
  if (!status) return status.error();
  Digests digests;
  for (Sha256& hash : hashes) digests.signals.push_back(hash.hex());
  const auto file = InputFile::open(path);
  if (!file) return file.error();
  Sha256 data;
  Splitter splitter(reader->header().header_bytes);
  const Status read = file->read([&](std::span<const std::uint8_t> slice) {
    data.update(splitter.data_of(slice));
    return success();
  });
  if (!read) return read.error();
  digests.data = data.hex();
  return digests;
}

/// Writes the copy; `header` is that of the original.
Status write_copy(const Wanted& wanted, const edf::Header& header) {
  const auto file = InputFile::open(wanted.paths[0]);
  if (!file) return file.error();
  auto out = OutputFile::create(wanted.paths[1]);
  if (!out) return out.error();
  Splitter splitter(header.header_bytes);
  bool header_written = false;
  std::vector<std::uint8_t> held;  // a record in parts, only where annotations are blanked
  std::uint64_t records = 0;
  const auto copy_data = [&](std::span<const std::uint8_t> data) -> Status {
    if (!wanted.options.annotations) return out->write(data);
    while (!data.empty() && records < header.records) {
      const auto count = std::min(static_cast<std::size_t>(header.record_bytes) - held.size(), data.size());
      held.insert(held.end(), data.begin(), data.begin() + static_cast<std::ptrdiff_t>(count));
      data = data.subspan(count);
      if (held.size() < header.record_bytes) return success();
      edf::blank_annotations(header, held);
      if (const Status status = out->write(held); !status) return status;
      held.clear();
      ++records;
    }
    return out->write(data);
  };
  const Status status = file->read([&](std::span<const std::uint8_t> slice) -> Status {
    const auto data = splitter.data_of(slice);
    if (!splitter.has_header()) return success();
    if (!header_written) {
      header_written = true;
      const auto clean = edf::deidentified_header(splitter.header(), header, wanted.options);
      if (const Status written = out->write(clean); !written) return written;
    }
    return copy_data(data);
  });
  return status ? out->finish() : status;
}

std::optional<Wanted> read_arguments(Arguments args) {
  Wanted wanted;
  for (const std::string& arg : args) {
    if (arg == "--technical")
      wanted.options.technical = true;
    else if (arg == "--annotations")
      wanted.options.annotations = true;
    else if (arg.starts_with("--"))
      return std::nullopt;
    else
      wanted.paths.push_back(arg);
  }
  if (wanted.paths.size() != 2) return std::nullopt;
  return wanted;
}

}  // namespace

int deidentify(Arguments args) {
  const auto wanted = read_arguments(args);
  if (!wanted) return wrong_usage(usage);
  const std::string &in = wanted->paths[0], &out = wanted->paths[1];
  std::error_code ignored;
  if (std::filesystem::equivalent(in, out, ignored))
    return fail(out, {"E_SAME_FILE", "The copy would overwrite the original.", ""});

  std::unique_ptr<edf::Reader> original, copy;
  const auto before = digests_of(in, original);
  if (!before) return fail(in, before.error());
  if (const Status status = write_copy(*wanted, original->header()); !status)
    return fail(out, status.error());
  const auto after = digests_of(out, copy);
  if (!after) return fail(out, after.error());

  bool identical = before->data == after->data || wanted->options.annotations;
  const auto& signals = original->header().signals;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    const bool blanked = wanted->options.annotations && signals[i].kind == edf::ChannelKind::annotation;
    identical &= blanked || (i < after->signals.size() && before->signals[i] == after->signals[i]);
  }
  if (!identical) {
    std::filesystem::remove(out, ignored);
    return fail(out,
                {"E_COPY", "The samples of the copy are not those of the original; it was removed.", ""});
  }
  Json json = Json::object();
  json["places"] = to_json(edf::identity_places(*original, wanted->options));
  json["samples_identical"] = identical;
  json["data_identical"] = before->data == after->data;
  json["data_sha256"] = after->data;
  std::puts(dump(json, 1).c_str());
  return 0;
}

}  // namespace attune::cli
