// What stands between the tags of XML.
#include "read/xml_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.hpp"
#include "read/ascii.hpp"

namespace mechgraph {
namespace {

struct NamedEntity {
  std::string_view name;
  char32_t code_point;
};

// In byte order of the names, which is searched by halves.
// clang-format off
constexpr std::array<NamedEntity, 286> named_entities{{
    {"AElig", 0x00C6}, {"Aacute", 0x00C1}, {"Acirc", 0x00C2}, {"Agrave", 0x00C0}, {"Alpha", 0x0391}, {"Aring", 0x00C5},
    {"Atilde", 0x00C3}, {"Auml", 0x00C4}, {"Beta", 0x0392}, {"Ccedil", 0x00C7}, {"Chi", 0x03A7}, {"Dagger", 0x2021}, {"Delta", 0x0394},
    {"Eacute", 0x00C9}, {"Ecirc", 0x00CA}, {"Egrave", 0x00C8}, {"Epsilon", 0x0395}, {"Eta", 0x0397}, {"Euml", 0x00CB}, {"Gamma", 0x0393},
    {"Iacute", 0x00CD}, {"Icirc", 0x00CE}, {"Igrave", 0x00CC}, {"Iota", 0x0399}, {"Iuml", 0x00CF}, {"Kappa", 0x039A}, {"Lambda", 0x039B},
    {"Mu", 0x039C}, {"Ntilde", 0x00D1}, {"Nu", 0x039D}, {"OElig", 0x0152}, {"Oacute", 0x00D3}, {"Ocirc", 0x00D4}, {"Ograve", 0x00D2},
    {"Omega", 0x03A9}, {"Omicron", 0x039F}, {"Oslash", 0x00D8}, {"Otilde", 0x00D5}, {"Ouml", 0x00D6}, {"Phi", 0x03A6}, {"Pi", 0x03A0},
    {"Prime", 0x2033}, {"Psi", 0x03A8}, {"Rho", 0x03A1}, {"Scaron", 0x0160}, {"Sigma", 0x03A3}, {"Tau", 0x03A4}, {"Theta", 0x0398},
    {"Uacute", 0x00DA}, {"Ucirc", 0x00DB}, {"Ugrave", 0x00D9}, {"Upsilon", 0x03A5}, {"Uuml", 0x00DC}, {"Xi", 0x039E}, {"Yacute", 0x00DD},
    {"Yuml", 0x0178}, {"Zeta", 0x0396}, {"aacute", 0x00E1}, {"acirc", 0x00E2}, {"acute", 0x00B4}, {"aelig", 0x00E6}, {"agrave", 0x00E0},
    {"alpha", 0x03B1}, {"amp", 0x0026}, {"and", 0x2227}, {"ang", 0x2220}, {"angst", 0x00C5}, {"ap", 0x2248}, {"apos", 0x0027},
    {"aring", 0x00E5}, {"ast", 0x002A}, {"asymp", 0x2248}, {"atilde", 0x00E3}, {"auml", 0x00E4}, {"bdquo", 0x201E}, {"beta", 0x03B2},
    {"blank", 0x2423}, {"brvbar", 0x00A6}, {"bull", 0x2022}, {"cap", 0x2229}, {"ccedil", 0x00E7}, {"cedil", 0x00B8}, {"cent", 0x00A2},
    {"check", 0x2713}, {"chi", 0x03C7}, {"circ", 0x02C6}, {"colon", 0x003A}, {"comma", 0x002C}, {"commat", 0x0040}, {"cong", 0x2245},
    {"copy", 0x00A9}, {"cross", 0x2717}, {"cup", 0x222A}, {"curren", 0x00A4}, {"dArr", 0x21D3}, {"dagger", 0x2020}, {"darr", 0x2193},
    {"dash", 0x2010}, {"deg", 0x00B0}, {"delta", 0x03B4}, {"divide", 0x00F7}, {"dollar", 0x0024}, {"eacute", 0x00E9}, {"ecirc", 0x00EA},
    {"egrave", 0x00E8}, {"ell", 0x2113}, {"empty", 0x2205}, {"emsp", 0x2003}, {"ensp", 0x2002}, {"epsilon", 0x03B5}, {"epsiv", 0x03F5},
    {"equals", 0x003D}, {"equiv", 0x2261}, {"eta", 0x03B7}, {"euml", 0x00EB}, {"euro", 0x20AC}, {"excl", 0x0021}, {"exist", 0x2203},
    {"female", 0x2640}, {"fnof", 0x0192}, {"forall", 0x2200}, {"frac12", 0x00BD}, {"frac14", 0x00BC}, {"frac34", 0x00BE},
    {"frasl", 0x2044}, {"gamma", 0x03B3}, {"ge", 0x2265}, {"geq", 0x2265}, {"ges", 0x2A7E}, {"gsim", 0x2273}, {"gt", 0x003E},
    {"hArr", 0x21D4}, {"hairsp", 0x200A}, {"harr", 0x2194}, {"hellip", 0x2026}, {"horbar", 0x2015}, {"hyphen", 0x2010},
    {"iacute", 0x00ED}, {"icirc", 0x00EE}, {"iexcl", 0x00A1}, {"igrave", 0x00EC}, {"infin", 0x221E}, {"inodot", 0x0131}, {"int", 0x222B},
    {"iota", 0x03B9}, {"iquest", 0x00BF}, {"isin", 0x2208}, {"iuml", 0x00EF}, {"kappa", 0x03BA}, {"kgreen", 0x0138}, {"lArr", 0x21D0},
    {"lambda", 0x03BB}, {"laquo", 0x00AB}, {"larr", 0x2190}, {"lceil", 0x2308}, {"lcub", 0x007B}, {"ldquo", 0x201C}, {"le", 0x2264},
    {"leq", 0x2264}, {"les", 0x2A7D}, {"lfloor", 0x230A}, {"lowast", 0x2217}, {"lowbar", 0x005F}, {"loz", 0x25CA}, {"lpar", 0x0028},
    {"lrm", 0x200E}, {"lsaquo", 0x2039}, {"lsim", 0x2272}, {"lsqb", 0x005B}, {"lsquo", 0x2018}, {"lt", 0x003C}, {"macr", 0x00AF},
    {"male", 0x2642}, {"mdash", 0x2014}, {"micro", 0x00B5}, {"middot", 0x00B7}, {"minus", 0x2212}, {"mu", 0x03BC}, {"nabla", 0x2207},
    {"nbsp", 0x00A0}, {"ndash", 0x2013}, {"ne", 0x2260}, {"ni", 0x220B}, {"not", 0x00AC}, {"notin", 0x2209}, {"ntilde", 0x00F1},
    {"nu", 0x03BD}, {"num", 0x0023}, {"oacute", 0x00F3}, {"ocirc", 0x00F4}, {"oelig", 0x0153}, {"ograve", 0x00F2}, {"ohm", 0x03A9},
    {"oline", 0x203E}, {"omega", 0x03C9}, {"omicron", 0x03BF}, {"oplus", 0x2295}, {"or", 0x2228}, {"ordf", 0x00AA}, {"ordm", 0x00BA},
    {"oslash", 0x00F8}, {"otilde", 0x00F5}, {"otimes", 0x2297}, {"ouml", 0x00F6}, {"para", 0x00B6}, {"part", 0x2202}, {"percnt", 0x0025},
    {"period", 0x002E}, {"permil", 0x2030}, {"perp", 0x22A5}, {"phi", 0x03C6}, {"phiv", 0x03D5}, {"phone", 0x260E}, {"pi", 0x03C0},
    {"piv", 0x03D6}, {"plus", 0x002B}, {"plusmn", 0x00B1}, {"pound", 0x00A3}, {"prime", 0x2032}, {"prod", 0x220F}, {"prop", 0x221D},
    {"psi", 0x03C8}, {"quest", 0x003F}, {"quot", 0x0022}, {"rArr", 0x21D2}, {"radic", 0x221A}, {"raquo", 0x00BB}, {"rarr", 0x2192},
    {"rceil", 0x2309}, {"rcub", 0x007D}, {"rdquo", 0x201D}, {"reg", 0x00AE}, {"rfloor", 0x230B}, {"rho", 0x03C1}, {"rlm", 0x200F},
    {"rpar", 0x0029}, {"rsaquo", 0x203A}, {"rsqb", 0x005D}, {"rsquo", 0x2019}, {"sbquo", 0x201A}, {"scaron", 0x0161}, {"sdot", 0x22C5},
    {"sect", 0x00A7}, {"semi", 0x003B}, {"shy", 0x00AD}, {"sigma", 0x03C3}, {"sigmaf", 0x03C2}, {"sim", 0x223C}, {"sol", 0x002F},
    {"squ", 0x25A1}, {"star", 0x2606}, {"starf", 0x2605}, {"sub", 0x2282}, {"sube", 0x2286}, {"sum", 0x2211}, {"sup", 0x2283},
    {"sup1", 0x00B9}, {"sup2", 0x00B2}, {"sup3", 0x00B3}, {"supe", 0x2287}, {"szlig", 0x00DF}, {"tau", 0x03C4}, {"there4", 0x2234},
    {"theta", 0x03B8}, {"thetasym", 0x03D1}, {"thinsp", 0x2009}, {"tilde", 0x02DC}, {"times", 0x00D7}, {"trade", 0x2122},
    {"uArr", 0x21D1}, {"uacute", 0x00FA}, {"uarr", 0x2191}, {"ucirc", 0x00FB}, {"ugrave", 0x00F9}, {"uml", 0x00A8}, {"upsih", 0x03D2},
    {"upsilon", 0x03C5}, {"uuml", 0x00FC}, {"verbar", 0x007C}, {"xi", 0x03BE}, {"yacute", 0x00FD}, {"yen", 0x00A5}, {"yuml", 0x00FF},
    {"zeta", 0x03B6}, {"zwj", 0x200D}, {"zwnj", 0x200C}}};
// clang-format on
static_assert(std::ranges::is_sorted(named_entities, {}, &NamedEntity::name));

constexpr std::size_t longest_entity = 40;

constexpr bool is_name_byte(char byte) {
  return is_ascii_digit(byte) || (ascii_lower(byte) >= 'a' && ascii_lower(byte) <= 'z') || byte == '#' || byte == '.' || byte == '_' ||
         byte == '-';
}

// White space apart, what XML 1.0 can not hold.
constexpr bool is_forbidden(std::uint32_t value) {
  return (value < 0x20 && value != '\t' && value != '\n' && value != '\r') || (value >= 0xD800 && value < 0xE000) || value == 0xFFFE ||
         value == 0xFFFF || value > 0x10FFFF;
}

std::optional<char32_t> numeric(std::string_view digits) {
  bool const hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  auto const [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
  if (digits.empty() || end != digits.data() + digits.size() || code == std::errc::invalid_argument) return std::nullopt;
  return code == std::errc::result_out_of_range || is_forbidden(value) ? U'\uFFFD' : static_cast<char32_t>(value);
}

std::optional<char32_t> character(std::string_view name) {
  if (name.starts_with('#')) return numeric(name.substr(1));
  auto const found = std::ranges::lower_bound(named_entities, name, {}, &NamedEntity::name);
  if (found == named_entities.end() || found->name != name) return std::nullopt;
  return found->code_point;
}

struct ScriptForm {
  char32_t plain;
  std::string_view super;
  std::string_view sub;
};

constexpr std::array signs{ScriptForm{U'+', "\u207A", "\u208A"}, ScriptForm{U'-', "\u207B", "\u208B"},
                           ScriptForm{U'\u2212', "\u207B", "\u208B"}, ScriptForm{U'\u2013', "\u207B", "\u208B"}};
constexpr std::array<std::string_view, 10> super_digits{"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                        "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
constexpr std::array<std::string_view, 10> sub_digits{"\u2080", "\u2081", "\u2082", "\u2083", "\u2084",
                                                      "\u2085", "\u2086", "\u2087", "\u2088", "\u2089"};

ScriptForm const* sign(char32_t value) {
  auto const found = std::ranges::find(signs, value, &ScriptForm::plain);
  return found == signs.end() ? nullptr : &*found;
}

bool is_digit(char32_t value) { return value >= U'0' && value <= U'9'; }

}  // namespace

std::size_t append_entity(std::string& out, std::string_view text, UnknownEntities& unknown) {
  std::size_t end = 1;
  while (end < text.size() && end < longest_entity && is_name_byte(text[end])) ++end;
  if (end == 1 || end >= text.size() || text[end] != ';') {
    out += '&';
    return 1;
  }
  std::string_view const name = text.substr(1, end - 1);
  if (auto const value = character(name)) {
    append_utf8(out, *value == U'\r' ? U'\n' : *value);
    if (*value == U'\uFFFD' && name != "#xFFFD" && name != "#xfffd" && name != "#65533") ++unknown.replaced;
  } else {
    std::string_view const printed = text.substr(0, end + 1);
    out += printed;
    if (unknown.count++ == 0) unknown.first = printed;
  }
  return end + 1;
}

std::string resolved(std::string_view text, UnknownEntities& unknown) {
  std::string out;
  while (!text.empty()) {
    std::size_t const plain = std::min(text.find('&'), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (!text.empty()) text.remove_prefix(append_entity(out, text, unknown));
  }
  return out;
}

std::string in_script(std::string_view text, Script script) {
  bool only_numbers = true;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const point = decode(text, at);
    if (!is_digit(point.value) && !is_space(point.value) && sign(point.value) == nullptr) only_numbers = false;
    at += point.length;
  }
  only_numbers = only_numbers && std::ranges::any_of(text, is_ascii_digit);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const point = decode(text, at);
    ScriptForm const* const form = only_numbers ? sign(point.value) : nullptr;
    if (is_digit(point.value)) {
      out += (script == Script::super ? super_digits : sub_digits)[point.value - U'0'];
    } else if (form != nullptr) {
      out += script == Script::super ? form->super : form->sub;
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

}  // namespace mechgraph
