// `attune samples FILE --signal N`: one signal's samples as CSV.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"

namespace attune::cli {

namespace {

struct SamplesArguments {
  std::string path;
  std::optional<std::uint64_t> signal;
  std::uint64_t from = 0;
  std::uint64_t count = std::numeric_limits<std::uint64_t>::max();
  edf::ReaderOptions options;
};

/// The exit status where they are not understood.
int read_samples_arguments(Arguments args, SamplesArguments& wanted) {
  Options options;
  options.file(wanted.path);
  options.flag("--surplus", wanted.options.surplus_records);
  options.count("--signal", wanted.signal);
  options.count("--from", wanted.from);
  options.count("--count", wanted.count);
  if (const int status = options.read(args, "samples")) return status;
  return wanted.path.empty() || !wanted.signal ? wrong_usage("samples") : 0;
}

/// Prints the wanted samples of one signal as records come by.
class Printer {
 public:
  explicit Printer(const SamplesArguments& wanted)
      : signal_(static_cast<std::size_t>(*wanted.signal)), from_(wanted.from), count_(wanted.count) {}

  void print(const edf::Record& record) {
    if (signal_ >= record.header.signals.size() || printed_ >= count_) return;
    const edf::Signal& signal = record.header.signals[signal_];
    const auto per_record = static_cast<std::uint64_t>(signal.samples_per_record);
    const std::uint64_t first = record.index * per_record;
    if (first + per_record <= from_) return;
    digital_.resize(static_cast<std::size_t>(per_record));
    physical_.resize(digital_.size());
    record.digital(signal_, digital_);
    record.physical(signal_, physical_);
    for (std::uint64_t k = from_ > first ? from_ - first : 0; k < per_record && printed_ < count_;
         ++k, ++printed_) {
      put(first + k);
      out_ += ',';
      if (signal.sample_rate_hz > 0)
        put(edf::seconds(record.onset) + static_cast<double>(k) / signal.sample_rate_hz);
      out_ += ',';
      put(digital_[static_cast<std::size_t>(k)]);
      out_ += ',';
      put(physical_[static_cast<std::size_t>(k)]);
      out_ += '\n';
    }
    if (out_.size() > flush_bytes) flush();
  }

  void flush() {
    std::fwrite(out_.data(), 1, out_.size(), stdout);
    out_.clear();
  }

 private:
  static constexpr std::size_t flush_bytes = std::size_t{1} << 16;

  template <class Number>
  void put(Number value) {
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    out_.append(text.data(), end);
  }

  std::size_t signal_;
  std::uint64_t from_, count_;
  std::uint64_t printed_ = 0;
  std::vector<std::int32_t> digital_;
  std::vector<double> physical_;
  std::string out_ = "index,time_s,digital,physical\n";
};

}  // namespace

int samples(Arguments args) {
  SamplesArguments wanted;
  if (const int status = read_samples_arguments(args, wanted)) return status;
  std::unique_ptr<edf::Reader> reader;
  Printer printer(wanted);
  const Status status = read_recording(
      wanted.path, [&](const edf::Record& record) { printer.print(record); }, reader, wanted.options);
  if (reader && reader->has_header() && *wanted.signal >= reader->header().signals.size())
    return fail(wanted.path,
                {"E_NO_SIGNAL",
                 "There is no signal " + std::to_string(*wanted.signal) + "; the file has signals 0 to " +
                     std::to_string(reader->header().signals.size() - 1) + ".",
                 "--signal"});
  if (!status) return fail(wanted.path, status.error());
  printer.flush();
  return 0;
}

}  // namespace attune::cli
