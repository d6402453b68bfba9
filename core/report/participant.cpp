#include "report/participant.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "words/ids/saved.hpp"

namespace attune::report {
namespace {

constexpr std::size_t longest_code = 32;

bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool may_stand(char c) {
  return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.';
}

}  // namespace

Status check_participant(std::string_view code) {
  const bool fits = code.empty() || (code.size() <= longest_code && is_letter_or_digit(code.front()) &&
                                     std::all_of(code.begin(), code.end(), may_stand));
  if (fits) return success();
  return Error{"E_PARTICIPANT", words::say<"saved.participant">({{"most", longest_code}}), "participant"};
}

std::string file_name_for(const std::string& code, const std::string& name) {
  return code.empty() || !check_participant(code) ? name : code + "_" + name;
}

std::string bids_subject(const std::string& code) {
  std::string label;
  if (check_participant(code))
    std::copy_if(code.begin(), code.end(), std::back_inserter(label), is_letter_or_digit);
  return "sub-" + (label.empty() ? "01" : label);
}

}  // namespace attune::report
