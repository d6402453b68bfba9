#include "base/where_unchanged.hpp"

#include "base/json.hpp"

namespace attune::where_unchanged_detail {

void take(const TypeInfo& type, void* given, const void* usual, const void* wanted) {
  // A member is reached through what may be written to.
  const auto of = [](const MemberInfo& member, const void* owner) {
    return member.of(const_cast<void*>(owner));
  };
  for (const MemberInfo& member : type.members)
    take(*member.type, of(member, given), of(member, usual), of(member, wanted));
  if (type.kind == TypeInfo::Kind::object) return;
  const auto written = [&](const void* value) { return json_detail::write(type, value, {}); };
  if (written(given) != written(usual)) return;
  [[maybe_unused]] const Status read = json_detail::read(type, given, written(wanted), {});
}

}  // namespace attune::where_unchanged_detail
