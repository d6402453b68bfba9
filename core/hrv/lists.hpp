// Lists of beats or intervals that other programs wrote, as text.
//
// Beats: CSV (comma, semicolon or tab) with a header line that names a column `time_s` and, if there are any, `kind`
// (one that is none of ours, `N` …, counts as detected), `confidence`, `timing_noise_ms` and `likeness`, as `attune
// beats` writes them. Without a header: the first column is the time. Intervals: one a line, in ms; if their median is
// below settings.list_seconds_below they are taken to be seconds. Empty lines and lines that begin with # are skipped.
// Of several columns the one that a header calls RR, NN, IBI or interval is read, else the second where the first rises
// as times do. Times on a clock of 2 ms or coarser have its rounding as their noise.
//
// Errors, with the line: E_LIST_NUMBER (not a number), E_LIST_ORDER (times do not rise), E_LIST_EMPTY, E_LIST_COLUMN (a
// header without `time_s`), E_LIST_COMMA (419,8 and nothing that tells whether its comma is a decimal one), E_LIST_UNIT
// (times whose beats are more than 10 s apart, as milliseconds are; intervals that rise throughout, are as short as
// rates per minute are, or mostly longer than 2 s; values read off a curve at even times), E_LIST_RANGE (an interval that is not positive or longer than 10 s, a time beyond 14 days,
// more than 300,000 beats or intervals).
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ecg/beats.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

Result<std::vector<ecg::Beat>> parse_beats(std::string_view text);
Result<std::vector<double>> parse_intervals_ms(std::string_view text, const Settings& settings);

/// Either of both, as beats: a header that names `time_s` makes it a list of beats, and so do more than
/// settings.list_fewest_rising values that rise throughout (in ms if their mean distance is above
/// settings.list_seconds_below); else they are intervals, the first from time 0 on.
Result<std::vector<ecg::Beat>> parse_heart_list(std::string_view text, const Settings& settings);

}  // namespace attune::hrv
