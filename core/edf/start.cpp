#include "edf/start.hpp"

#include <array>

#include "edf/text.hpp"

namespace attune::edf {

namespace {

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

constexpr bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

constexpr int days_in(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_date(int year, int month, int day) {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

/// Days since 1970-01-01 (Hinnant 2014, days_from_civil).
std::int64_t days_from_civil(int year, int month, int day) {
  const std::int64_t y = year - (month <= 2 ? 1 : 0);
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t of_era = y - era * 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

CivilTime civil_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t of_era = days - era * 146097;
  const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  CivilTime time;
  time.day = static_cast<int>(of_year - (153 * shifted + 2) / 5 + 1);
  time.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  time.year = static_cast<int>(year_of_era + era * 400 + (time.month <= 2 ? 1 : 0));
  return time;
}

/// Digits at `at`; none if there is any other character.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return std::nullopt;
    value = 10 * value + (text[i] - '0');
  }
  return value;
}

std::string two(int value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

/// The EDF+ "Startdate dd-MMM-yyyy" of the recording field; letters in either case.
struct RecordingDate {
  bool present = false;   ///< the field begins with "Startdate"
  bool withheld = false;  ///< "Startdate X"
  std::optional<CivilTime> date;
};

RecordingDate read_recording_date(std::string_view recording) {
  RecordingDate result;
  const std::string text = lower(trim(recording));
  if (!text.starts_with("startdate ")) return result;
  result.present = true;
  std::string_view word = std::string_view(text).substr(10);
  word = word.substr(0, word.find(' '));
  result.withheld = word == "x";
  result.date = parse_plus_date(word);
  return result;
}

}  // namespace

double seconds_between(const CivilTime& from, const CivilTime& to) {
  const double days = days_between(iso(from), iso(to)).value_or(0);
  const auto of_day = [](const CivilTime& t) { return 3600 * t.hour + 60 * t.minute + t.second; };
  return 86400 * days + of_day(to) - of_day(from);
}

std::optional<CivilTime> parse_plus_date(std::string_view word) {
  if (word.size() != 11 || word[2] != '-' || word[6] != '-') return std::nullopt;
  const auto day = digits(word, 0, 2), year = digits(word, 7, 4);
  const std::string name = lower(word.substr(3, 3));
  for (std::size_t i = 0; i < months.size() && day && year; ++i) {
    const int month = static_cast<int>(i) + 1;
    if (name == months[i] && is_date(*year, month, *day)) return CivilTime{*year, month, *day, 0, 0, 0};
  }
  return std::nullopt;
}

std::string iso(const CivilTime& time) {
  return two(time.year / 100) + two(time.year) + "-" + two(time.month) + "-" + two(time.day) + "T" +
         two(time.hour) + ":" + two(time.minute) + ":" + two(time.second);
}

CivilTime later(const CivilTime& time, std::int64_t seconds) {
  std::int64_t days = days_from_civil(time.year, time.month, time.day);
  std::int64_t of_day = time.hour * 3600 + time.minute * 60 + time.second;
  days += seconds / 86400;
  of_day += seconds % 86400;
  if (of_day < 0) of_day += 86400, --days;
  if (of_day >= 86400) of_day -= 86400, ++days;
  CivilTime moved = civil_from_days(days);
  moved.hour = static_cast<int>(of_day / 3600);
  moved.minute = static_cast<int>(of_day / 60 % 60);
  moved.second = static_cast<int>(of_day % 60);
  return moved;
}

std::optional<CivilTime> parse_iso(std::string_view text) {
  if (text.size() != 19 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
      text[16] != ':')
    return std::nullopt;
  const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
  if (!is_date(*year, *month, *day) || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return CivilTime{*year, *month, *day, *hour, *minute, *second};
}

std::optional<int> days_between(std::string_view from, std::string_view to) {
  const auto days_of = [](std::string_view text) -> std::optional<std::int64_t> {
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const bool dashes = text.size() >= 10 && text[4] == '-' && text[7] == '-';
    if (!dashes || !year || !month || !day || !is_date(*year, *month, *day)) return std::nullopt;
    return days_from_civil(*year, *month, *day);
  };
  const auto first = days_of(from), last = days_of(to);
  return first && last ? std::optional(static_cast<int>(*last - *first)) : std::nullopt;
}

std::optional<CivilTime> read_start(std::string_view date, std::string_view time, std::string_view recording,
                                    Findings& findings) {
  const RecordingDate from_recording = read_recording_date(recording);
  const std::string raw(std::string(trim(date)) + " " + std::string(trim(time)));
  const auto day = digits(date, 0, 2), month = digits(date, 3, 2);
  auto year = digits(date, 6, 2);
  const bool late_year =
      date.size() == 8 && lower(date.substr(6)) == "yy";  // how EDF+ writes years from 2085 on
  const auto hour = digits(time, 0, 2), minute = digits(time, 3, 2), second = digits(time, 6, 2);
  const bool dotted = date.size() == 8 && time.size() == 8 && date[2] == '.' && date[5] == '.' &&
                      time[2] == '.' && time[5] == '.';
  CivilTime start;
  bool readable = dotted && day && month && (year || late_year) && hour && minute && second;
  if (readable) {
    start = {year ? *year + (*year >= 85 ? 1900 : 2000) : 0, *month, *day, *hour, *minute, *second};
    const auto& full = from_recording.date;
    const bool same_day = full && full->month == *month && full->day == *day;
    if (same_day && (late_year || full->year % 100 == *year)) start.year = full->year;
    readable = is_date(start.year, start.month, start.day) && *hour < 24 && *minute < 60 && *second < 60;
  }
  if (!readable) {
    findings.add<Finding::start_unknown>({{"raw", in_quotes(raw)}}, words::say<"edf.where.start">(), raw);
    return std::nullopt;
  }
  const bool midnight = start.hour == 0 && start.minute == 0 && start.second == 0;
  const bool new_year = start.day == 1 && start.month == 1;
  const bool placeholder = new_year && (start.year == 1985 || from_recording.withheld ||
                                        (start.year == 2001 && midnight && !from_recording.date));
  if (placeholder) {
    findings.add<Finding::anonymised>(words::say<"edf.where.start">(), raw);
    return std::nullopt;
  }
  if (const auto& other = from_recording.date; other) {
    if (other->year != start.year || other->month != start.month || other->day != start.day)
      findings.add<Finding::start_disagrees>({{"header", words::as_is(iso(start).substr(0, 10))},
                                              {"recording", words::as_is(iso(*other).substr(0, 10))}},
                                             words::say<"edf.where.start_date">(), raw);
  }
  return start;
}

bool is_anonymous(std::string_view patient) {
  std::string_view rest = trim(patient);
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (word != "X" && word != "x") return false;
    rest.remove_prefix(word.size());
    rest = trim(rest);
  }
  return true;
}

}  // namespace attune::edf
