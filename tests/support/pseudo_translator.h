// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace gatehouse {

// A language nobody speaks: every text that can be translated gets accents and brackets and is a third longer, so that
// texts which cannot be translated, and places which are too narrow, are seen. Places (%1, %n), tags and mnemonics
// stay.
class PseudoTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString
    translate(const char *context, const char *source, const char *disambiguation, int n) const override
    {
        Q_UNUSED(context)
        Q_UNUSED(disambiguation)
        QString text = QString::fromUtf8(source);
        if (text.isEmpty())
            return text;
        const qsizetype padding = text.size() / 3;
        QString result = QStringLiteral("[");
        bool isTag = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar letter = text[i];
            isTag = (isTag && letter != u'>') || letter == u'<';
            const bool isPlace = i > 0 && text[i - 1] == u'%';
            result += isTag || isPlace ? letter : accented(letter);
        }
        if (n >= 0)
            result.replace(QStringLiteral("%n"), QString::number(n));
        return result + QString(padding, u'~') + u']';
    }

    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    [[nodiscard]] static QChar accented(QChar letter)
    {
        static const QString plain = QStringLiteral("aeiounAEIOUN");
        static const QString marked = QStringLiteral("áéíóúñÁÉÍÓÚÑ");
        const qsizetype place = plain.indexOf(letter);
        return place < 0 ? letter : marked[place];
    }
};

} // namespace gatehouse
