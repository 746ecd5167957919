// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/secret_prompt.h"

#include "app/terminal/command.h"

#include <QFile>

#include <termios.h>
#include <unistd.h>

namespace gatehouse {

namespace {

// Without echo for as long as it lives.
class QuietTerminal
{
public:
    QuietTerminal()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }

    ~QuietTerminal() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }

    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;

private:
    termios m_before{};
};

QByteArray withoutLineEnd(QByteArray text)
{
    if (text.endsWith('\n'))
        text.chop(1);
    return text;
}

} // namespace

QByteArray readSecretLine(const char *prompt)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    // A key in PEM has several lines.
    if (isatty(STDIN_FILENO) == 0)
        return withoutLineEnd(input.readAll());
    err() << prompt << Qt::flush;
    const QuietTerminal quiet;
    const QByteArray line = withoutLineEnd(input.readLine());
    err() << Qt::endl;
    return line;
}

} // namespace gatehouse
