// The words that names of visits are made of, in the languages of the sites that write them: units of time, words that only
// say "visit", and those with a place of their own. All in small letters.
#pragma once

#include <optional>
#include <string>

namespace attune::tables {

/// Days of a unit of time; none if the word is no unit.
std::optional<double> days_of_unit(const std::string& word);

/// The number that a word counts units of time with: "six" months; none if it counts none.
std::optional<double> number_spelled(const std::string& word);

/// What stands before a visit's number and says no more than that it is one.
bool counts_visits(const std::string& word);

/// What stands beside a visit's word and says no more than what it is before or after.
bool of_treatment(const std::string& word);

/// Before birth: weeks beside such a word count from conception.
bool is_before_birth(const std::string& word);

/// The same beside a time alone: elsewhere such letters are anything.
bool is_weeks_of_pregnancy(const std::string& word);

bool is_trimester(const std::string& word);

bool is_after_birth(const std::string& word);

std::optional<int> place_of_word(const std::string& word);

/// The number that a word like "second" is; 0: none.
int counted_as(const std::string& word);

/// The month that a word names, in English, French, German or Spanish, or its first letters; 0: none.
int month_named(const std::string& word);

}  // namespace attune::tables
