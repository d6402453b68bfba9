// The overview and the excerpt of a viewer, against every sample by brute force.
#include <random>

#include "edf/excerpt.hpp"
#include "edf/overview.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

edf::Overview overview_of(const Bytes& bytes, std::size_t most_bytes = edf::Overview::usual_bytes) {
  std::optional<edf::Overview> overview;
  edf::Reader reader(bytes.size(), [&](const edf::Record& record) {
    if (!overview) overview.emplace(record.header, most_bytes);
    overview->add(record);
  });
  REQUIRE(reader.push(bytes).ok());
  REQUIRE(reader.finish().ok());
  overview->finish(reader.header());
  return *overview;
}

/// Time and physical value of every sample of a signal, in the order of the file.
struct Timed {
  std::vector<double> time_s, value;
};
Timed every_sample(const Reading& reading, std::size_t signal) {
  const edf::Signal& of = reading.header.signals[signal];
  const auto per_record = static_cast<std::size_t>(of.samples_per_record);
  Timed timed;
  for (std::size_t k = 0; k < reading.digital[signal].size(); ++k) {
    timed.time_s.push_back(edf::seconds(reading.onsets[k / per_record]) +
                           static_cast<double>(k % per_record) / of.sample_rate_hz);
    timed.value.push_back(of.gain * reading.digital[signal][k] + of.offset);
  }
  return timed;
}

std::vector<float> columns_of(const edf::Overview& overview, const Reading& reading, std::size_t signal,
                              const edf::Columns& columns) {
  std::vector<float> out(2 * columns.count);
  overview.columns(reading.header, reading.segments, signal, columns, out);
  return out;
}

/// A file of some length at two rates; `gaps`: one of 7.5 s after record 20, one of 100 s after record 50.
Bytes long_file(bool bdf, bool gaps) {
  Recipe wanted = recipe(120);
  wanted.header.bdf = bdf;
  wanted.header.signals = {signal("EEG F3", 64), signal("ECG", 256), signal("Resp", 1)};
  if (bdf) {
    for (auto& of : wanted.header.signals) of.digital_min = -8388608, of.digital_max = 8388607;
  }
  if (gaps) {
    wanted.header.discontinuous = true;
    for (std::uint64_t r = 0; r < 120; ++r) {
      const edf::Ticks later = (r > 20 ? 75'000'000 : 0) + (r > 50 ? 1'000'000'000 : 0);
      wanted.onsets.push_back(static_cast<edf::Ticks>(r) * edf::ticks_per_second + later);
    }
  }
  return write(wanted);
}

}  // namespace

TEST_CASE(
    "each column of the overview holds the range of its samples, and of no bin that does not touch it") {
  for (const bool bdf : {false, true}) {
    for (const bool gaps : {false, true}) {
      CAPTURE(bdf);
      CAPTURE(gaps);
      const Bytes bytes = long_file(bdf, gaps);
      const Reading reading = read(bytes);
      const edf::Overview overview = overview_of(bytes);
      CHECK(overview.bin_s() == 1.0 / 64);
      for (const std::size_t i : {0u, 1u, 2u}) {
        const Timed samples = every_sample(reading, i);
        const double bin_s = std::max(overview.bin_s(), 1 / reading.header.signals[i].sample_rate_hz);
        for (const edf::Columns columns : {edf::Columns{0, 1, 240}, edf::Columns{-3.3, 2.7, 100},
                                           edf::Columns{11.02, 0.13, 300}, edf::Columns{0, 60, 5}}) {
          const std::vector<float> drawn = columns_of(overview, reading, i, columns);
          for (std::size_t c = 0; c < columns.count; ++c) {
            const double from_s = columns.from_s + static_cast<double>(c) * columns.column_s;
            const double to_s = from_s + columns.column_s;
            float low = INFINITY, high = -INFINITY, wide_low = INFINITY, wide_high = -INFINITY;
            bool recorded = false, certain = false;
            for (std::size_t k = 0; k < samples.time_s.size(); ++k) {
              const double t = samples.time_s[k], end = t + 1 / reading.header.signals[i].sample_rate_hz;
              const auto value = static_cast<float>(samples.value[k]);
              if (t >= from_s && t < to_s)
                low = std::min(low, value), high = std::max(high, value), certain = true;
              recorded |= t < to_s && end > from_s;
            }
            // Bins run on over gaps, so the neighbours are those in the file, not those in time.
            for (std::size_t k = 0; k < samples.time_s.size(); ++k) {
              if (samples.time_s[k] < from_s - bin_s || samples.time_s[k] >= to_s + bin_s) continue;
              const auto per_bin = static_cast<std::size_t>(
                  std::max(1.0, std::round(overview.bin_s() * reading.header.signals[i].sample_rate_hz)));
              for (std::size_t n = k - std::min(k, per_bin); n < std::min(k + per_bin, samples.value.size());
                   ++n) {
                wide_low = std::min(wide_low, static_cast<float>(samples.value[n]));
                wide_high = std::max(wide_high, static_cast<float>(samples.value[n]));
              }
            }
            if (std::isnan(drawn[2 * c])) {
              CHECK_FALSE(certain);
              continue;
            }
            CHECK(recorded);
            if (certain) {
              CHECK(drawn[2 * c] <= low);
              CHECK(drawn[2 * c + 1] >= high);
            }
            CHECK(drawn[2 * c] >= wide_low);
            CHECK(drawn[2 * c + 1] <= wide_high);
          }
        }
      }
    }
  }
}

TEST_CASE("columns that are whole bins are exactly the range of their samples") {
  const Bytes bytes = long_file(false, false);
  const Reading reading = read(bytes);
  const edf::Overview overview = overview_of(bytes);
  const Timed samples = every_sample(reading, 1);
  const std::vector<float> drawn = columns_of(overview, reading, 1, {0, 2, 60});
  for (std::size_t c = 0; c < 60; ++c) {
    const auto first = samples.value.begin() + static_cast<std::ptrdiff_t>(512 * c);
    const auto [low, high] = std::minmax_element(first, first + 512);
    CHECK(drawn[2 * c] == static_cast<float>(*low));
    CHECK(drawn[2 * c + 1] == static_cast<float>(*high));
  }
}

TEST_CASE("nothing is drawn where nothing was recorded") {
  const Bytes bytes = long_file(false, true);
  const Reading reading = read(bytes);
  const std::vector<float> drawn = columns_of(overview_of(bytes), reading, 0, {0, 0.5, 500});
  // Recorded: 0-21, 28.5-58.5 and 158.5-227.5 s.
  for (std::size_t c = 0; c < 500; ++c) {
    const double from_s = 0.5 * static_cast<double>(c);
    const bool recorded =
        from_s < 21 || (from_s >= 28.5 && from_s < 58.5) || (from_s >= 158.5 && from_s < 227.5);
    CHECK(std::isnan(drawn[2 * c]) == !recorded);
  }
}

TEST_CASE("an overview never takes more memory than it may, and is coarser for it") {
  const Bytes bytes = long_file(false, false);
  for (const std::size_t most : {100'000u, 20'000u, 5'000u}) {
    const edf::Overview overview = overview_of(bytes, most);
    CHECK(overview.bytes() <= most);
    CHECK(overview.bin_s() > 1.0 / 64);
  }
  CHECK(overview_of(bytes, 10).bin_s() == 0);
}

TEST_CASE("a negative gain turns lowest and highest round") {
  Recipe wanted = recipe(4);
  wanted.header.signals[0].physical_min = 3276.7;
  wanted.header.signals[0].physical_max = -3276.8;
  const Bytes bytes = write(wanted);
  const Reading reading = read(bytes);
  const Timed samples = every_sample(reading, 0);
  const auto [low, high] = std::minmax_element(samples.value.begin(), samples.value.end());
  const std::vector<float> drawn = columns_of(overview_of(bytes), reading, 0, {0, 4, 1});
  CHECK(drawn[0] == static_cast<float>(*low));
  CHECK(drawn[1] == static_cast<float>(*high));
}

TEST_CASE("an excerpt is the reader's samples, from just the bytes that hold it") {
  for (const bool bdf : {false, true}) {
    const Bytes bytes = long_file(bdf, true);
    const Reading reading = read(bytes);
    for (const auto& [from_s, to_s] : {std::pair{3.2, 9.9}, std::pair{20.5, 29.0}, std::pair{57.0, 160.0}}) {
      const auto range = edf::excerpt_records(reading.header, reading.segments, from_s, to_s, 0);
      const auto at = static_cast<std::ptrdiff_t>(edf::record_position(reading.header, range.first));
      const Bytes part(
          bytes.begin() + at,
          bytes.begin() + at + static_cast<std::ptrdiff_t>(range.count * reading.header.record_bytes));
      for (const std::size_t i : {0u, 1u, 2u}) {
        const auto runs = edf::runs_of(reading.header, reading.segments, range, part, i);
        REQUIRE(runs.ok());
        const Timed samples = every_sample(reading, i);
        std::size_t given = 0;
        for (const edf::Run& run : *runs) {
          for (std::size_t k = 0; k < run.samples.size(); ++k, ++given) {
            const double time_s = run.start_s + static_cast<double>(k) / run.sample_rate_hz;
            const auto there = std::lower_bound(samples.time_s.begin(), samples.time_s.end(), time_s - 1e-6);
            REQUIRE(there != samples.time_s.end());
            CHECK(*there == doctest::Approx(time_s).epsilon(1e-12));
            CHECK(samples.value[static_cast<std::size_t>(there - samples.time_s.begin())] == run.samples[k]);
          }
        }
        for (const double time_s : samples.time_s)
          given -= time_s >= std::floor(from_s) && time_s < to_s ? 1 : 0;
        CHECK(given < 2 * static_cast<std::size_t>(reading.header.signals[i].samples_per_record));
      }
    }
  }
}

TEST_CASE("columns finer than samples hold pieces of the line between them") {
  const edf::Run run{10, 2, {0, 4, -2}};  // at 10.0, 10.5 and 11.0 s
  std::vector<float> out(2 * 8, edf::nothing_recorded);
  edf::add_run(run, {9.75, 0.25, 8}, out);
  const auto column = [&](std::size_t c) { return std::pair{out[2 * c], out[2 * c + 1]}; };
  CHECK(std::isnan(out[0]));
  CHECK(column(1) == std::pair{0.f, 2.f});
  CHECK(column(2) == std::pair{2.f, 4.f});
  CHECK(column(3) == std::pair{1.f, 4.f});
  CHECK(column(4) == std::pair{-2.f, 1.f});
  CHECK(column(5) == std::pair{-2.f, -2.f});  // the last sample itself
  CHECK(std::isnan(out[2 * 6]));
}

TEST_CASE("columns of many samples are their range and meet at their borders") {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> value(-100, 100);
  edf::Run run{0.0, 512, {}};
  for (int k = 0; k < 5120; ++k) run.samples.push_back(value(random));
  std::vector<float> out(2 * 300, edf::nothing_recorded);
  const edf::Columns columns{1.0, 0.013, 300};
  edf::add_run(run, columns, out);
  for (std::size_t c = 0; c < columns.count; ++c) {
    const double from_s = 1.0 + 0.013 * static_cast<double>(c), to_s = from_s + 0.013;
    const auto line = [&](double time_s) {
      const auto k = static_cast<std::size_t>(time_s * 512);
      const double part = time_s * 512 - static_cast<double>(k);
      return run.samples[k] * (1 - part) + run.samples[k + 1] * part;
    };
    double low = std::min(line(from_s), line(to_s)), high = std::max(line(from_s), line(to_s));
    for (std::size_t k = 0; k < run.samples.size(); ++k) {
      const double time_s = static_cast<double>(k) / 512;
      if (time_s >= from_s && time_s < to_s)
        low = std::min(low, run.samples[k]), high = std::max(high, run.samples[k]);
    }
    // Single precision of numbers up to 100.
    CHECK(out[2 * c] == doctest::Approx(low).epsilon(1e-5).scale(1));
    CHECK(out[2 * c + 1] == doctest::Approx(high).epsilon(1e-5).scale(1));
  }
}
