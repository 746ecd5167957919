// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/json_text.h"

#include <QTest>

#include <array>
#include <string>

namespace gatehouse {

class TstJsonText : public QObject
{
    Q_OBJECT
private slots:
    void escapesWhereverTheOctetStands();
    void lowersLettersOnly();

private:
    static std::string written(std::string_view text, bool lower);
    static std::string expected(unsigned char octet);
};

std::string TstJsonText::written(std::string_view text, bool lower)
{
    std::array<char, 512> out{};
    JsonText json(out.data());
    lower ? json.lowerString(text) : json.string(text);
    return {out.data(), json.size()};
}

std::string TstJsonText::expected(unsigned char octet)
{
    if (octet == '"' || octet == '\\' || octet == '/')
        return {'\\', static_cast<char>(octet)};
    if (octet >= 0x80)
        return "\\ufffd"; // alone it is no UTF-8
    if (octet >= 0x20 && octet != 0x7f)
        return {static_cast<char>(octet)};
    return QByteArray("\\u00" + QByteArray::number(octet, 16).rightJustified(2, '0')).toStdString();
}

// Octets are looked at eight at a time; each octet at each place must come out the same.
void TstJsonText::escapesWhereverTheOctetStands()
{
    for (int octet = 0; octet < 256; ++octet) {
        for (std::size_t place = 0; place < 19; ++place) {
            std::string text(19, 'a');
            text[place] = static_cast<char>(octet);
            const std::string want = '"' + std::string(place, 'a') + expected(static_cast<unsigned char>(octet)) +
                                     std::string(18 - place, 'a') + '"';
            QCOMPARE(written(text, false), want);
        }
    }
}

void TstJsonText::lowersLettersOnly()
{
    for (int octet = 0x20; octet < 0x7f; ++octet) {
        const std::string plain = written(std::string(11, static_cast<char>(octet)), false);
        const QByteArray lower = QByteArray::fromStdString(plain).toLower();
        QCOMPARE(written(std::string(11, static_cast<char>(octet)), true), lower.toStdString());
    }
}

} // namespace gatehouse

QTEST_APPLESS_MAIN(gatehouse::TstJsonText)
#include "tst_json_text.moc"
