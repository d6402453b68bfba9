// Tables of coded behaviour as coding programs export them, told apart by their columns' names, never by
// their position:
//
// | program                    | columns                                                     | time |
// |----------------------------|-------------------------------------------------------------|------|
// | BORIS, aggregated events   | Behavior, Start (s), Stop (s) (or Behavior type)            | s    |
// | BORIS, tabular events      | Behavior, Time, Behavior type or Status (START, STOP)       | s    |
// | Datavyu                    | COLUMN.onset, COLUMN.offset, COLUMN.code01 (or other code)  | ms   |
// | plain                      | onset, offset, code                                         | s    |
//
// Errors: those of base/csv.hpp and of behavior/coding.hpp; E_CODE_TABLE (no such columns), E_CODE_UNFINISHED
// (a state that starts and never stops, or stops without a start), with line and time.
#pragma once

#include <string_view>
#include <vector>

#include "behavior/coding.hpp"

namespace attune::behavior {

/// The codes in order of time, named as in the file. Point events (start = stop) are left out of the states.
Result<std::vector<Code>> read_codes(std::string_view text);

}  // namespace attune::behavior
