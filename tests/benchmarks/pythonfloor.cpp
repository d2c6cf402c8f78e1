// SPDX-License-Identifier: GPL-3.0-or-later
#include "pythonfloor.h"

#include "figure.h"

#include <QProcess>

#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

namespace carillon {

double pythonFloor(const QString &workspace, int calls)
{
    static const char worker[] = "import json, sys\n"
                                 "sys.path.insert(0, sys.argv[2])\n"
                                 "connection = int(sys.argv[1])\n"
                                 "answers = open(connection, 'wb', closefd=False)\n"
                                 "for line in open(connection, 'rb'):\n"
                                 "    call = json.loads(line)\n"
                                 "    module = __import__(call['module'])\n"
                                 "    value = getattr(module, call['name'])(*call['arguments'])\n"
                                 "    answers.write(json.dumps(value).encode() + b'\\n')\n"
                                 "    answers.flush()\n";
    static const char request[] = R"({"module":"bench","name":"nothing","arguments":[]})"
                                  "\n";
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        qFatal("no socket pair");
    QProcess python;
    python.setProcessChannelMode(QProcess::ForwardedChannels);
    python.start(u"python3"_qs,
                 {u"-c"_qs, QString::fromLatin1(worker), QString::number(ends[1]), workspace});
    char answer[64];
    const auto call = [&] {
        const ssize_t length = std::strlen(request);
        if (::write(ends[0], request, length) != length ||
            ::read(ends[0], answer, sizeof answer) <= 0)
            qFatal("the floor gave way");
    };
    call();
    const Stopwatch watch;
    for (int i = 0; i < calls; ++i)
        call();
    const double seconds = watch.seconds();
    ::close(ends[0]);
    ::close(ends[1]);
    python.kill();
    python.waitForFinished();
    return calls / seconds;
}

} // namespace carillon
