// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::theme {

namespace {

struct Shades {
    QRgb window, base, alternate, text, button, highlight, highlightedText, link, quiet, line, tooltip;
};

constexpr Shades lightShades{0xfff3f4f6, 0xffffffff, 0xfff7f8fa, 0xff1b1f24, 0xfffbfbfc, 0xff2f5fd0,
                             0xffffffff, 0xff0e42c1, 0xff5b6470, 0xffd5d9df, 0xffffffff};
constexpr Shades darkShades{0xff16191d, 0xff1e2126, 0xff23272d, 0xffe6e8eb, 0xff2a2f36, 0xff3d6fe0,
                            0xffffffff, 0xff8ab4f8, 0xffa2abb7, 0xff363c45, 0xff2a2f36};

constexpr Shades contrastShades{0xff000000, 0xff000000, 0xff141414, 0xffffffff, 0xff000000, 0xffffe000,
                                0xff000000, 0xff7fd4ff, 0xffffffff, 0xffffffff, 0xff000000};

QPalette makePalette(const Shades &shades)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor::fromRgb(colour));
    };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Text, shades.text);
    set(QPalette::Button, shades.button);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::BrightText, shades.text);
    set(QPalette::ToolTipBase, shades.tooltip);
    set(QPalette::ToolTipText, shades.text);
    set(QPalette::Highlight, shades.highlight);
    set(QPalette::HighlightedText, shades.highlightedText);
    set(QPalette::Link, shades.link);
    set(QPalette::PlaceholderText, shades.quiet);
    set(QPalette::Mid, shades.line);
    set(QPalette::Midlight, shades.line);
    set(QPalette::Light, shades.button);
    set(QPalette::Dark, shades.line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(shades.quiet));
    return palette;
}

// The style and palette the desktop gave the program, before anything was changed.
struct Inherited {
    QString style = QApplication::style()->objectName();
    QPalette palette = QApplication::palette();
};

} // namespace

void apply(ThemeChoice choice)
{
    static const Inherited inherited;
    const bool desktopHasStyle = inherited.style.compare("fusion"_L1, Qt::CaseInsensitive) != 0 &&
                                 inherited.style.compare("windows"_L1, Qt::CaseInsensitive) != 0;
    if (choice == ThemeChoice::System && desktopHasStyle) {
        QApplication::setStyle(inherited.style);
        QApplication::setPalette(inherited.palette);
        return;
    }
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && isDark(inherited.palette));
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(makePalette(choice == ThemeChoice::HighContrast ? contrastShades
                                         : dark                              ? darkShades
                                                                             : lightShades));
}

namespace {

constexpr std::array words{std::pair{ThemeChoice::System, "system"_L1}, std::pair{ThemeChoice::Light, "light"_L1},
                           std::pair{ThemeChoice::Dark, "dark"_L1},
                           std::pair{ThemeChoice::HighContrast, "contrast"_L1}};

} // namespace

ThemeChoice fromText(const QString &text)
{
    const auto *found =
        std::find_if(words.begin(), words.end(), [&text](const auto &each) { return each.second == text; });
    return found == words.end() ? ThemeChoice::System : found->first;
}

QString toText(ThemeChoice choice)
{
    return words[static_cast<std::size_t>(choice)].second;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor tone(Tone tone, const QPalette &palette)
{
    static constexpr std::array<QRgb, 5> onLight{0xff1b1f24, 0xff0e42c1, 0xffb06209, 0xff7a2372, 0xff8d0813};
    static constexpr std::array<QRgb, 5> onDark{0xffe6e8eb, 0xff6b9ebf, 0xffefbf43, 0xffd14af5, 0xfff5585d};
    const auto index = static_cast<std::size_t>(tone);
    return QColor::fromRgb(isDark(palette) ? onDark[index] : onLight[index]);
}

Tone toneOf(int status)
{
    if (status == 429)
        return Tone::Limited;
    if (status >= 500)
        return Tone::ServerError;
    if (status >= 400)
        return Tone::ClientError;
    return status >= 300 ? Tone::Redirect : Tone::Plain;
}

QColor quietText(const QPalette &palette)
{
    return QColor::fromRgb(isDark(palette) ? darkShades.quiet : lightShades.quiet);
}

QColor line(const QPalette &palette)
{
    return QColor::fromRgb(isDark(palette) ? darkShades.line : lightShades.line);
}

} // namespace gatehouse::theme
