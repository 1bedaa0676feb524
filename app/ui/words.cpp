#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Role;

Type heading_type(const State& s, int level) {
  const bool message = s.wants_presenter && level == 1;
  const float em = message      ? s.lengths->key_figure * 0.9F
                   : level == 1 ? s.lengths->h1
                   : level == 2 ? s.lengths->h2
                                : s.lengths->body + (s.size == SizeClass::phone ? 0.0F : 2.0F);
  Type out = type(s, em, true);
  out.line = std::round(em * (message ? 1.16F : 1.25F));
  return out;
}

/// Text in the column, with its node.
void words(State& s, Role role, std::string_view kind, const Type& type, std::string_view text,
           Colour colour) {
  float widest = 0;
  const float width = available(s);
  const float height = wrapped_height(s, type, text, width, &widest);
  const ImVec2 at = place(s, widest + 1, height, widest + 1);
  draw_wrapped(s, type, text, at, width, colour);
  // In a line of several it takes no more than its ink.
  record(s, role, unnamed_key(s, kind), text,
         {at.x, at.y, box(s).flow ? std::min(width, widest + 1) : width, height});
}

/// An icon and text that hangs beside it.
void hanging(State& s, Role role, std::string_view kind, Icon icon, const Type& type,
             std::string_view text, Colour icon_colour, Colour colour, float icon_size) {
  const float indent = icon == Icon::none ? 0 : icon_size + 8, width = available(s) - indent;
  float widest = 0;
  const float height = wrapped_height(s, type, text, width, &widest);
  const ImVec2 at = place(s, indent + widest + 1, height, indent + widest + 1);
  draw_icon(s, icon, {at.x, at.y + (type.line - icon_size) / 2}, icon_size, icon_colour);
  draw_wrapped(s, type, text, {at.x + indent, at.y}, width, colour);
  record(s, role, unnamed_key(s, kind), text,
         {at.x, at.y, indent + (box(s).flow ? std::min(width, widest + 1) : width), height});
}

/// Title and text as one, with a mark between them that is not there yet.
std::string spoken(std::string_view title, std::string_view text) {
  std::string out(title);
  if (!title.empty() && !text.empty())
    out += std::string_view(".?!").contains(title.back()) ? " " : ". ";
  return out += text;
}

Icon notice_icon(Tone tone) {
  switch (tone) {
    case Tone::success:
      return Icon::circle_check;
    case Tone::warning:
      return Icon::triangle_alert;
    case Tone::error:
      return Icon::circle_alert;
    default:
      return Icon::info;
  }
}

}  // namespace

SizeClass Ui::size() const { return s_.size; }
bool Ui::narrow() const { return s_.width < 600; }
void Ui::presenter() { s_.wants_presenter = true; }
const text::Catalogue& Ui::text() const { return *s_.catalogue; }

void Ui::heading(int level, std::string_view text, Icon icon) {
  const int look = level > 1 && s_.cards > 0 ? 3 : level;  // a card's own title
  const Type type = heading_type(s_, look);
  const float icon_size = std::round(type.size * 1.2F);
  if (look == 2 && !box(s_).fresh) gap();
  hanging(s_, Role::heading, "heading", icon, type, text, s_.colours->text, s_.colours->text,
          icon_size);
  // No level is skipped for those who hear the outline, whatever size looks right.
  s_.heading_level = std::min(level, s_.heading_level + 1);
  s_.nodes.back().level = static_cast<std::int16_t>(s_.heading_level);
  if (level == 1)
    box(s_).y -= s_.size == SizeClass::phone ? 2 : 8;  // what explains it stands close
}

void Ui::paragraph(std::string_view text, Tone tone) {
  words(s_, Role::paragraph, "p", body_type(s_), text, tone_colour(s_, tone));
}

void Ui::small(std::string_view text, Tone tone) {
  words(s_, Role::paragraph, "small", small_type(s_), text, tone_colour(s_, tone));
}

void Ui::titled(std::string_view title, std::string_view detail) {
  const Type strong = body_type(s_, true), plain = small_type(s_);
  const float width = available(s_), title_h = wrapped_height(s_, strong, title, width);
  const float detail_h = detail.empty() ? 0 : wrapped_height(s_, plain, detail, width);
  const ImVec2 at = place(s_, width, title_h + detail_h);
  draw_wrapped(s_, strong, title, at, width, s_.colours->text);
  record(s_, Role::paragraph, unnamed_key(s_, "title"), title, {at.x, at.y, width, title_h});
  if (detail.empty()) return;
  draw_wrapped(s_, plain, detail, {at.x, at.y + title_h}, width, s_.colours->muted);
  record(s_, Role::paragraph, unnamed_key(s_, "detail"), detail,
         {at.x, at.y + title_h, width, detail_h});
}

void Ui::label_value(std::string_view label, std::string_view value, Tone tone) {
  const Type plain = body_type(s_), strong = body_type(s_, true);
  const float width = available(s_);
  const float label_w = text_width(s_, plain, label), value_w = text_width(s_, strong, value);
  const bool beside = label_w + value_w + 16 <= width;
  const float label_h = wrapped_height(s_, plain, label, width);
  const float height = beside ? plain.line : label_h + wrapped_height(s_, strong, value, width);
  const ImVec2 at = place(s_, width, height);
  draw_wrapped(s_, plain, label, at, width, s_.colours->muted);
  const ImVec2 to = beside ? ImVec2{at.x + width - value_w, at.y} : ImVec2{at.x, at.y + label_h};
  draw_wrapped(s_, strong, value, to, beside ? value_w + 2 : width, tone_colour(s_, tone));
  record(s_, Role::paragraph, unnamed_key(s_, "pair"),
         std::string(label) + ": " + std::string(value), {at.x, at.y, width, height});
}

void Ui::fact(Icon icon, std::string_view text, Tone tone) {
  const Colour colour = tone_colour(s_, tone);
  hanging(s_, Role::paragraph, "fact", icon, detail_type(s_), text, colour, colour,
          std::round(s_.lengths->small * 1.2F));
}

void Ui::icon_text(Icon icon, std::string_view text, Tone tone) {
  const Colour colour = tone_colour(s_, tone);
  hanging(s_, Role::paragraph, "icon", icon, body_type(s_), text, colour, colour,
          std::round(s_.lengths->body * 1.2F));
}

void Ui::pill(const Pill& pill) {
  const Type type = small_type(s_, true);
  const bool tinted = pill.tone != Tone::normal && pill.tone != Tone::muted;
  const Colour colour = tone_colour(s_, pill.tone);
  const Colour ground =
      tinted ? mixed(s_.colours->surface, colour, s_.dark ? 0.16 : 0.12) : s_.colours->raised;
  const float icon = pill.icon == Icon::none ? 0 : std::round(type.size * 1.15F);
  const float lead = icon > 0 ? icon + 6 : 0, height = type.line + 4;
  const float w = std::min(available(s_), text_width(s_, type, pill.text) + lead + 20);
  const ImVec2 at = place(s_, w, height, w);
  fill(s_, {at.x, at.y, w, height}, ground, 999);
  draw_icon(s_, pill.icon, {at.x + 10, at.y + (height - icon) / 2}, icon, colour);
  draw_line(s_, type, pill.text, {at.x + 10 + lead, at.y + 2}, w - lead - 19, colour);
  record(s_, Role::paragraph, unnamed_key(s_, "pill"), pill.text, {at.x, at.y, w, height});
}

void Ui::notice(std::string_view key, Tone tone, std::string_view title, std::string_view text) {
  const Type strong = body_type(s_, true), plain = body_type(s_);
  const Colour colour = tone_colour(s_, tone == Tone::normal ? Tone::primary : tone);
  const float width = available(s_), pad = 14, icon = 22, indent = pad + icon + 10;
  const float inner = width - indent - pad;
  const float title_h = title.empty() ? 0 : wrapped_height(s_, strong, title, inner);
  const float text_h = text.empty() ? 0 : wrapped_height(s_, plain, text, inner);
  const float height = title_h + text_h + 2 * pad;
  const ImVec2 at = place(s_, width, height);
  const float rounding = s_.lengths->field_rounding;
  fill(s_, {at.x, at.y, width, height}, mixed(s_.colours->surface, colour, 0.08), rounding);
  stroke(s_, {at.x, at.y, width, height}, mixed(s_.colours->surface, colour, 0.45), rounding);
  draw_icon(s_, notice_icon(tone), {at.x + pad, at.y + pad + (plain.line - icon) / 2}, icon,
            colour);
  draw_wrapped(s_, strong, title, {at.x + indent, at.y + pad}, inner, s_.colours->text);
  draw_wrapped(s_, plain, text, {at.x + indent, at.y + pad + title_h}, inner, s_.colours->text);
  const std::string name = spoken(title, text);
  record(s_, Role::paragraph, full_key(s_, key), name, {at.x, at.y, width, height}).state |=
      mirror::state::aside | (tone == Tone::error ? mirror::state::invalid : 0);
  if (tone == Tone::error || tone == Tone::warning) announce(key, name);
}

void Ui::fault(std::string_view key, std::string_view title, std::string_view text,
               std::string_view field, std::string_view link_text) {
  notice(key, Tone::error, title, text);
  if (field.empty()) return;
  box(s_).y -= 8;  // it belongs to the notice
  if (link(std::string(key) + "_link", link_text)) s_.requests.focus = full_key(s_, field);
}

void Ui::empty_state(Icon icon, std::string_view title, std::string_view text) {
  const Type strong = body_type(s_, true), plain = body_type(s_);
  const float width = available(s_), inner = std::min(width - 32, 420.0F), size = 40;
  const float title_h = wrapped_height(s_, strong, title, inner);
  const float text_h = text.empty() ? 0 : wrapped_height(s_, plain, text, inner);
  const float height = 24 + size + 12 + title_h + 4 + text_h + 24;
  const ImVec2 at = place(s_, width, height);
  const float x = at.x + (width - inner) / 2;
  draw_icon(s_, icon, {at.x + (width - size) / 2, at.y + 24}, size, s_.colours->muted);
  draw_wrapped(s_, strong, title, {x, at.y + 36 + size}, inner, s_.colours->text, true);
  draw_wrapped(s_, plain, text, {x, at.y + 40 + size + title_h}, inner, s_.colours->muted, true);
  record(s_, Role::paragraph, unnamed_key(s_, "empty"), spoken(title, text),
         {at.x, at.y, width, height});
}

void Ui::skeleton(int lines, std::string_view name) {
  const float width = available(s_), step = body_type(s_).line;
  const float height = step * static_cast<float>(lines);
  const ImVec2 at = place(s_, width, height);
  constexpr float shares[] = {0.62F, 0.94F, 0.81F, 0.5F};
  for (int i = 0; i < lines; ++i)
    fill(s_, {at.x, at.y + step * static_cast<float>(i) + 5, width * shares[i % 4], step - 10},
         s_.colours->raised, 6);
  mirror::Node& node =
      record(s_, Role::status, unnamed_key(s_, "skeleton"), name, {at.x, at.y, width, height});
  node.state |= mirror::state::busy;
}

void Ui::progress(std::string_view key, std::string_view name, double share,
                  std::string_view text) {
  const Type type = small_type(s_);
  const float width = available(s_), height = text.empty() ? 8 : 14 + type.line;
  const ImVec2 at = place(s_, width, height);
  const float part = static_cast<float>(std::clamp(share, 0.0, 1.0));
  fill(s_, {at.x, at.y, width, 8}, s_.colours->raised, 4);
  if (share < 0)
    fill(s_, {at.x + width * 0.3F, at.y, width * 0.4F, 8}, s_.colours->primary, 4);
  else if (part > 0)
    fill(s_, {at.x, at.y, std::max(8.0F, width * part), 8}, s_.colours->primary, 4);
  if (!text.empty()) draw_line(s_, type, text, {at.x, at.y + 12}, width, s_.colours->muted);
  mirror::Node& node =
      record(s_, Role::progressbar, full_key(s_, key), name, {at.x, at.y, width, height});
  node.value = text;
  node.most = 100;
  node.now = share < 0 ? -1 : std::round(part * 100);
}

void Ui::meter(std::string_view key, std::string_view label, double share, std::string_view text,
               Tone tone) {
  const Type plain = detail_type(s_), strong = detail_type(s_, true);
  const float width = available(s_), label_w = text_width(s_, plain, label) + 10;
  const float value_w = std::max(text_width(s_, strong, text), plain.size * 2.6F) + 10;
  const bool above = label_w + value_w + 24 > width;  // then the label has lines of its own
  const float lead = above ? 0 : label_w;
  const float top = above ? wrapped_height(s_, plain, label, width) : 0;
  const float bar = std::clamp(width - lead - value_w, 24.0F, 220.0F);
  const float all = above ? width : lead + bar + value_w,
              part = static_cast<float>(std::clamp(share, 0.0, 1.0));
  const ImVec2 at = place(s_, all, top + plain.line, all);
  const float x = at.x + lead, y = at.y + top + plain.line / 2 - 4;
  draw_wrapped(s_, plain, label, at, above ? width : lead, s_.colours->muted);
  fill(s_, {x, y, bar, 8}, s_.colours->raised, 4);
  if (part > 0) fill(s_, {x, y, std::max(8.0F, bar * part), 8}, tone_colour(s_, tone), 4);
  draw_wrapped(s_, strong, text, {x + bar + 10, at.y + top}, value_w, s_.colours->text);
  mirror::Node& node =
      record(s_, Role::meter, full_key(s_, key), label, {at.x, at.y, all, top + plain.line});
  node.value = text;
  node.most = 100;
  node.now = std::round(part * 100);
}

void Ui::key_figure(std::string_view label, std::string_view value, std::string_view note) {
  Type big = type(s_, s_.lengths->key_figure, true);
  big.line = std::round(big.size * 1.15F);
  const Type plain = small_type(s_);
  const float width = available(s_);
  const float label_h = wrapped_height(s_, plain, label, width);
  const float note_h = note.empty() ? 0 : wrapped_height(s_, plain, note, width);
  const float value_w = text_width(s_, big, value);
  const ImVec2 at = place(s_, std::max(value_w, 120.0F), label_h + big.line + note_h, value_w);
  draw_wrapped(s_, plain, label, at, width, s_.colours->muted);
  draw_wrapped(s_, big, value, {at.x, at.y + label_h}, width, s_.colours->text);
  draw_wrapped(s_, plain, note, {at.x, at.y + label_h + big.line}, width, s_.colours->muted);
  std::string name = std::string(label) + ": " + std::string(value);
  if (!note.empty()) name += ", " + std::string(note);
  record(s_, Role::paragraph, unnamed_key(s_, "figure"), name,
         {at.x, at.y, width, label_h + big.line + note_h});
}

}  // namespace rembuk::ui
