#include "stats/boost_math.hpp"

#include <boost/throw_exception.hpp>
#include <cstdlib>

namespace boost {

// Never reached: no error policy throws.
void throw_exception(const std::exception&) {
  std::abort();
}
void throw_exception(const std::exception&, const boost::source_location&) {
  std::abort();
}

}  // namespace boost
