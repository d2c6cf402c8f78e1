// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httptransport.h"

#include "core/api/apierror.h"
#include "core/time/clock.h"

#include <QCoreApplication>

#include <cstdio>

using namespace carillon;

/// The HTTP transport with next to nothing behind it, for hostile clients and for measuring what
/// the transport itself costs.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QByteArray job(350, 'j'); // about what one is long
    const QByteArray jobs(350 * 1000, 'j');
    const SystemClock clock;
    HttpTransport transport(
        [&](const ApiRequest &request, const Router::Reply &reply) {
            reply(jsonResponse(request.path == "/scheduler/jobs" ? jobs : job));
        },
        clock);
    const auto listening = transport.listen({});
    if (!listening) {
        std::fprintf(stderr, "%s\n", qPrintable(listening.error().message));
        return 1;
    }
    std::printf("port=%d\n", int(transport.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
