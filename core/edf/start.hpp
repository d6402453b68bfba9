// When a recording began: the header's date and time fields and the EDF+ "Startdate" of the recording field.
// Source: EDF+ 2003, 2.1.3 items 2, 4 and the year rule (85-99 are 19xx, 00-84 are 20xx).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "edf/diagnostics.hpp"
#include "edf/recording.hpp"

namespace attune::edf {

/// A civil date and time without a zone.
struct CivilTime {
  int year = 0, month = 0, day = 0;
  int hour = 0, minute = 0, second = 0;
  bool operator==(const CivilTime&) const = default;
};

/// "2024-03-01T09:30:00"
std::string iso(const CivilTime& time);
/// The same moment some whole seconds later (or earlier), calendar included.
CivilTime later(const CivilTime& time, std::int64_t seconds);
/// Reads "2024-03-01T09:30:00"; none if it is not a date of the calendar.
std::optional<CivilTime> parse_iso(std::string_view text);

inline constexpr double days_per_month = 30.4375;
/// Whole days from the date that one text begins with to that of the other ("2024-03-01", whatever follows).
std::optional<int> days_between(std::string_view from, std::string_view to);

/// Seconds from one civil time to another.
double seconds_between(const CivilTime& from, const CivilTime& to);

/// Reads "04-MAR-2024", as EDF+ writes dates, letters in either case; none if it is not a date of the calendar.
std::optional<CivilTime> parse_plus_date(std::string_view word);

/// The start as the fields give it; none if unknown, not a date, or a placeholder of anonymised files
/// (01.01.85; the first of January beside "Startdate X"). Fields are the raw header fields.
std::optional<CivilTime> read_start(std::string_view date, std::string_view time, std::string_view recording,
                                    Findings& findings);

/// Whether every EDF+ subfield of the patient field is X, or the field is empty.
bool is_anonymous(std::string_view patient);

}  // namespace attune::edf
