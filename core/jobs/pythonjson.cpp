// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/pythonjson.h"

#include "core/util/coretext.h"
#include "core/util/json.h"

#include <algorithm>

namespace carillon {

namespace {

bool isUsableFolder(const QString &folder)
{
    return !folder.isEmpty() && !folder.contains(QChar(u'\0'));
}

} // namespace

Result<> readPython(const QJsonObject &python, Action &action)
{
    if (python.isEmpty())
        return {};
    PythonSurroundings *const surroundings = pythonOf(action);
    if (!surroundings)
        return invalidInput("python", CoreText::tr("“python” is for jobs that call Python only."));
    JsonFields fields(python);
    surroundings->interpreter = fields.text("interpreter");
    surroundings->path = fields.texts("path");
    if (!std::all_of(surroundings->path.begin(), surroundings->path.end(), isUsableFolder))
        fields.refuse("path", CoreText::tr("“path” must be an array of folders."));
    if (const auto read = fields.finish(); !read)
        return invalidInput("python", CoreText::tr("python: %1").arg(read.error().message));
    return {};
}

QJsonObject pythonToJson(const Action &action)
{
    const PythonSurroundings *const surroundings = pythonOf(action);
    QJsonObject python;
    if (surroundings && !surroundings->interpreter.isEmpty())
        python.insert(u"interpreter"_qs, surroundings->interpreter);
    if (surroundings && !surroundings->path.isEmpty())
        python.insert(u"path"_qs, QJsonArray::fromStringList(surroundings->path));
    return python;
}

} // namespace carillon
