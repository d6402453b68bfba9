// Boost.Math as it may be used here: header-only, never throwing, never in long double (wasm has none that is
// wider). Said by its default policy, so that everything is compiled once. Include it before anything of
// Boost, in .cpp files only.
#pragma once

#include <exception>

#define BOOST_NO_EXCEPTIONS
#define BOOST_MATH_DOMAIN_ERROR_POLICY errno_on_error
#define BOOST_MATH_POLE_ERROR_POLICY errno_on_error
#define BOOST_MATH_OVERFLOW_ERROR_POLICY errno_on_error
#define BOOST_MATH_EVALUATION_ERROR_POLICY errno_on_error
#define BOOST_MATH_ROUNDING_ERROR_POLICY errno_on_error
#include <boost/math/policies/policy.hpp>

namespace attune::stats {

using BoostPolicy = boost::math::policies::policy<boost::math::policies::promote_float<false>,
                                                  boost::math::policies::promote_double<false>>;

}  // namespace attune::stats
