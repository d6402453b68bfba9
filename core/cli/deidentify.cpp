// `attune deidentify IN OUT`: a copy without the identity in its header, and the list of what was not
// cleaned.
#include <filesystem>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/print_json.hpp"
#include "edf/anonymous_copy.hpp"

namespace attune::cli {

namespace {

struct DeidentifyArguments {
  std::vector<std::string> paths;
  edf::DeidentifyOptions options;
};

/// Streams a recording through an anonymous copy that writes to `write`.
Result<edf::AnonymousCopyResult> copy_from(const InputFile& file, edf::DeidentifyOptions options,
                                           const edf::AnonymousCopy::Write& write) {
  edf::AnonymousCopy copy(file.size(), options, write);
  const Status status = file.read([&](std::span<const std::uint8_t> slice) { return copy.push(slice); });
  if (!status) return status.error();
  return copy.finish();
}

/// Reads the file to its end where it calls itself discontinuous.
bool has_no_gap(const InputFile& file) {
  edf::Reader reader(file.size(), [](const edf::Record&) {});
  const auto variant = [&] { return reader.header().variant; };
  const Error enough{"", "", ""};
  const Status status = file.read([&](std::span<const std::uint8_t> slice) -> Status {
    if (const Status pushed = reader.push(slice); !pushed) return pushed;
    const bool other =
        reader.has_header() && variant() != edf::Variant::edf_d && variant() != edf::Variant::bdf_d;
    return other ? Status(enough) : success();
  });
  return status && reader.finish() && edf::is_continuous_in_truth(reader);
}

Result<edf::AnonymousCopyResult> write_copy(const InputFile& in, const DeidentifyArguments& wanted) {
  auto out = OutputFile::create(wanted.paths[1]);
  if (!out) return out.error();
  auto made =
      copy_from(in, wanted.options, [&](std::span<const std::uint8_t> bytes) { return out->write(bytes); });
  if (!made) return made;
  if (const Status status = out->finish(); !status) return status.error();
  return made;
}

/// The exit status where they are not understood.
int read_deidentify_arguments(Arguments args, DeidentifyArguments& wanted) {
  Options options;
  options.flag("--technical", wanted.options.technical);
  options.flag("--annotations", wanted.options.annotations);
  options.unnamed([&](const std::string& path) { return wanted.paths.push_back(path), 0; });
  if (const int status = options.read(args, "deidentify")) return status;
  return wanted.paths.size() == 2 ? 0 : wrong_usage("deidentify");
}

}  // namespace

int deidentify(Arguments args) {
  DeidentifyArguments wanted;
  if (const int status = read_deidentify_arguments(args, wanted)) return status;
  const std::string &in = wanted.paths[0], &out = wanted.paths[1];
  std::error_code ignored;
  if (std::filesystem::equivalent(in, out, ignored))
    return fail(out, {"E_SAME_FILE", "The copy would overwrite the original.", ""});

  const auto file = InputFile::open(in);
  if (!file) return fail(in, file.error());
  wanted.options.continuous = has_no_gap(*file);
  const auto made = write_copy(*file, wanted);
  if (!made) return fail(made.error().code == "E_FILE" ? out : in, made.error());
  // The copy is read back as any recording would be.
  const auto copy = InputFile::open(out);
  if (!copy) return fail(out, copy.error());
  const auto reread =
      copy_from(*copy, wanted.options, [](std::span<const std::uint8_t>) { return success(); });
  // A header damaged in certain ways reads differently without what stood in its fields.
  if (!reread || made->samples_sha256 != reread->samples_sha256) {
    std::filesystem::remove(out, ignored);
    return fail(out, {"E_COPY", "The copy does not read back to the samples of the original; it was removed.",
                      reread ? "" : reread.error().code});
  }
  Json json = Json::object();
  json["places"] = to_json(made->places);
  json["samples_identical"] = true;
  json["written_as_continuous"] = wanted.options.continuous;
  json["data_identical"] = made->data_sha256 == reread->data_sha256;
  json["samples_sha256"] = reread->samples_sha256;
  json["data_sha256"] = reread->data_sha256;
  return print_json(json);
}

}  // namespace attune::cli
