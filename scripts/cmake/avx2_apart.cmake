# Code for wide processors stays in its own object (core/eeg/window_pass_avx2.cpp), all else runs on every x86-64. And what that
# object shares with others, an inline function or template that they compile too, would be linked once for all, perhaps from
# there, and stop an older processor. NM, OBJDUMP and OBJECTS (by "|") are given.
string(REPLACE "|" ";" others "${OBJECTS}")
list(FILTER others INCLUDE REGEX "\\.o$")  # but for precompiled headers
set(wide ${others})
list(FILTER wide INCLUDE REGEX "window_pass_avx2")
list(FILTER others EXCLUDE REGEX "window_pass_avx2")
if(NOT wide OR NOT others)
  message(FATAL_ERROR "no object of window_pass_avx2.cpp, or no other")
endif()

# AVX registers, or the encoding that came with them.
set(instruction "%[yz]mm|\tv[a-z0-9]+ .*%xmm")
function(count_wide objects result)
  execute_process(COMMAND ${OBJDUMP} -d --no-show-raw-insn ${objects} COMMAND grep -cE "${instruction}"
                  OUTPUT_VARIABLE count RESULTS_VARIABLE codes OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_VARIABLE said)
  if(NOT codes MATCHES "^0;[01]$")
    message(FATAL_ERROR "instructions are not read: ${codes} ${said}")
  endif()
  set(${result} ${count} PARENT_SCOPE)
endfunction()
count_wide("${wide}" in_wide)
count_wide("${others}" in_others)
if(in_wide LESS 100)
  message(SEND_ERROR "window_pass_avx2.cpp is not compiled for AVX2: ${in_wide} instructions")
endif()
if(in_others GREATER 0)
  message(SEND_ERROR "${in_others} instructions of AVX outside of window_pass_avx2.cpp")
endif()

execute_process(COMMAND ${NM} -C ${wide} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]* [WVu] [^\n]*" shared "${symbols}")
if(NOT shared)
  message(FATAL_ERROR "no symbol is read")
endif()
foreach(symbol IN LISTS shared)
  # Templates over four lanes exist nowhere else; what C++ itself points to is data.
  if(NOT symbol MATCHES "<4ul>|DW\\.ref\\.")
    message(SEND_ERROR "others may be linked to: ${symbol}")
  endif()
endforeach()
