// Where a value goes that is written as JSON: into a tree or straight into text (base/json_write.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/json.hpp"

namespace attune::json_detail {

/// What the parts of a value are handed to, one after the other.
class Sink {
 public:
  virtual void open_object(std::size_t most_members) = 0;
  virtual void key(std::string_view name) = 0;
  virtual void close_object() = 0;
  virtual void open_array(std::size_t items) = 0;
  virtual void close_array() = 0;
  virtual void number(double value) = 0;  ///< finite
  virtual void integer(std::int64_t value) = 0;
  virtual void text(std::string_view value) = 0;
  virtual void boolean(bool value) = 0;
  virtual void null() = 0;
  virtual void tree(Json value) = 0;

 protected:
  ~Sink() = default;
};

}  // namespace attune::json_detail
