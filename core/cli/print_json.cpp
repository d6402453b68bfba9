#include "cli/print_json.hpp"

#include <cstddef>
#include <cstdio>
#include <memory>

namespace attune::cli {

int print_json(const Json& json) {
  struct Output final : nlohmann::detail::output_adapter_protocol<char> {
    void write_character(char c) override { std::fputc(c, stdout); }
    void write_characters(const char* text, std::size_t length) override {
      std::fwrite(text, 1, length, stdout);
    }
  };
  nlohmann::detail::serializer<Json> writer(std::make_shared<Output>(), ' ', Json::error_handler_t::replace);
  writer.dump(json, true, false, 1);
  std::fputc('\n', stdout);
  return 0;
}

}  // namespace attune::cli
