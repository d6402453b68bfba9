// Boost.Math as it may be used here: header-only, never throwing, never in long double, which WebAssembly
// reckons in software. Said by its default policy, so that everything is compiled once. Include it before anything of
// Boost, in .cpp files only.
#pragma once

#include <exception>

#define BOOST_NO_EXCEPTIONS
#define BOOST_MATH_DOMAIN_ERROR_POLICY errno_on_error
#define BOOST_MATH_POLE_ERROR_POLICY errno_on_error
#define BOOST_MATH_OVERFLOW_ERROR_POLICY errno_on_error
#define BOOST_MATH_EVALUATION_ERROR_POLICY errno_on_error
#define BOOST_MATH_ROUNDING_ERROR_POLICY errno_on_error
#define BOOST_MATH_PROMOTE_DOUBLE_POLICY false
#include <boost/math/policies/policy.hpp>
