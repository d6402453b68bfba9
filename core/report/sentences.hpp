// One domain's finding in words. First what is found, by the strength of its primary measure (report/strength.hpp), then
// what that rests on:
//
// | part                    | said where                                        | id                                    |
// |-------------------------|---------------------------------------------------|---------------------------------------|
// | what is found           | always, one sentence a strength                   | finding.reliable … .not_comparable    |
// | the two raters disagree | mother's and partner's ratings go opposite ways   | finding.raters_disagree               |
// | numbers and limits      | there is a change with an error, or limits for it | finding.numbers, .numbers_and_limits  |
// | the studies' change     | there are limits and a published effect           | finding.studies                       |
// | context                 | of RSA: heart rate and breathing at both visits   | finding.context                       |
// |                         | what may have been crying (report/crying.hpp)     | finding.context.fast, .marked         |
// | place                   | both visits have one                              | finding.place                         |
// | certainty               | it is low                                         | finding.certainty                     |
//
// Where a strength takes the place of a verdict (depends_on_choice, too_little, not_comparable), no numbers follow but
// those in its own sentence. Texts: core/words/en/finding.json; the situations and their sentences, in both languages:
// tests/core/finding_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "report/certainty.hpp"
#include "report/report.hpp"
#include "words/sentence.hpp"

namespace attune::report {

/// What the sentence speaks of: "Respiratory sinus arrhythmia at rest".
words::Said subject_of(const Measure& measure);

/// A value as sentences tell it: shares of time in percent.
words::Value value_words(const Measure& measure, double value);

/// The unit behind a value or change, with the blank before it; nothing where there is none.
words::Value unit_words(const Measure& measure, double value);

/// The part of the procedure that a measure's id ends with; "whole" if none.
std::string part_of(const std::string& id);

/// What is found of one later visit against the first, and what it rests on. `measures` holds the other rater's.
words::Said change_sentence(const Measure& measure, const Change& change,
                            const std::vector<visit::Visit>& visits, const Certainty& certainty,
                            const std::vector<Measure>& measures, const visit::Settings& settings);

/// Mother's and partner's ratings are two reports; that they go opposite ways is said.
std::vector<words::Said> raters(const Measure& measure, const Change& change,
                                const std::vector<Measure>& measures);

/// The same in a few words: "Rose reliably", "No reliable change", "Too little data".
words::Said change_headline(const Measure& measure, const Change& change);

/// What is found of a change and nothing of what that rests on: no formula, no statistics, no reason that the first sentence of
/// the report gives already.
words::Said plain_sentence(const Measure& measure, const Change& change,
                           const std::vector<visit::Visit>& visits, const std::vector<Measure>& measures);

}  // namespace attune::report
