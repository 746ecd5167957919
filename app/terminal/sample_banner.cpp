// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/sample_banner.h"

#include "app/terminal/command.h"
#include "core/demo/sample_requests.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

void printSampleBanner(const SampleConfiguration &sample, const QString &proxyAddress)
{
    const QString url = u"http://"_s + proxyAddress;
    err() << "\nThe sample is running. Tokens for its consumers, valid for a day:\n\n"
          << "MOBILE=" << sampleToken(sample.mobileKey, sample.mobileSecret) << "\n"
          << "WEB=" << sampleToken(sample.webKey, sample.webSecret) << "\n\n"
          << "curl -i " << url << "/users    -H \"Authorization: Bearer $MOBILE\"   # 200\n"
          << "curl -i " << url << "/orders                                       # 401, no token\n"
          << "curl -i " << url << "/payments -H \"Authorization: Bearer $WEB\"      # 403, customers may not pay\n"
          << "for i in $(seq 21); do curl -s -o /dev/null -w '%{http_code}\\n' " << url
          << "/payments -H \"Authorization: Bearer $MOBILE\"; done   # the 21st: 429\n"
          << Qt::endl;
}

} // namespace gatehouse
