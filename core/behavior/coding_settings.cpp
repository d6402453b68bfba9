#include "behavior/coding_settings.hpp"

namespace attune::behavior {

std::vector<StateRule> default_state_rules() {
  return {
      {"protest", "protest"},
      {"Ipro", "protest"},
      {"withdrawn", "withdrawn"},
      {"withdraw", "withdrawn"},
      {"withdrawal", "withdrawn"},
      {"Iwit", "withdrawn"},
      {"object environment", "object/environment"},
      {"object environment engagement", "object/environment"},
      {"object engagement", "object/environment"},
      {"object", "object/environment"},
      {"environment", "object/environment"},
      {"Iobj", "object/environment"},
      {"Ienv", "object/environment"},
      {"social monitor", "social monitor"},
      {"social monitoring", "social monitor"},
      {"monitor", "social monitor"},
      {"Imon", "social monitor"},
      {"social positive", "social positive"},
      {"social positive engagement", "social positive"},
      {"positive engagement", "social positive"},
      {"Ipos", "social positive"},
      {"sleep", "sleep"},
      {"asleep", "sleep"},
      {"sleeping", "sleep"},
      {"Islp", "sleep"},
      {"unscorable", unscorable_state},
      {"unscoreable", unscorable_state},
      {"uncodable", unscorable_state},
      {"uncodeable", unscorable_state},
      {"not codable", unscorable_state},
      {"off camera", unscorable_state},
      {"out of view", unscorable_state},
      {"Iusc", unscorable_state},
  };
}

}  // namespace attune::behavior
