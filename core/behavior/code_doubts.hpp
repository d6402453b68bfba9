// Times of a coding that can hardly be meant: in another unit, or of another clock.
#pragma once

#include "behavior/coding.hpp"

namespace attune::behavior {

/// W_CODE_SHORT: a coding, or its longest phase, of hardly any seconds. W_CODE_ONE_PHASE: phases of several names that are all
/// still-faces. `coding` has states.
void doubt_lengths(Coding& coding);

/// W_CODE_CLOCK: a coding that begins an hour or more behind the zero of its clock, unless the offset to the recording's is
/// known: times of day. W_CODE_SPARSE: codes and phases that fill hardly any of the time from the first to the last.
void doubt_clock(Coding& coding, bool offset_known);

/// W_CODE_SECOND_CLOCK, told of the second: its times and the first's do not meet, are of another unit by their size, or no
/// phase that both name begins at the same time.
void doubt_second_clock(const Coding& first, Coding& second);

}  // namespace attune::behavior
