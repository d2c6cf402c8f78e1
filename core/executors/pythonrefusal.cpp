// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonrefusal.h"

#include "core/util/coretext.h"

#include <QHash>

namespace carillon {

namespace {

struct Refusal
{
    const char *field;
    const char *sentence; ///< with places for the details, all of them
};

const QHash<QString, Refusal> &refusals()
{
    static const QHash<QString, Refusal> all{
        // Of references.
        {u"import"_qs,
         {"func", QT_TRANSLATE_NOOP("CoreText",
                                    "Error resolving reference %1: could not import module — %2")}},
        {u"lookup"_qs,
         {"func", QT_TRANSLATE_NOOP("CoreText",
                                    "Error resolving reference %1: error looking up object — %2")}},
        {u"callable"_qs,
         {"func",
          //: %1 the reference, %2 the type of what was found, such as “int”
          QT_TRANSLATE_NOOP("CoreText", "func must be a callable or a textual reference to one; "
                                        "%1 is of type %2.")}},
        // Of arguments. %1 is a list of names.
        {u"twice"_qs,
         {"kwargs",
          QT_TRANSLATE_NOOP("CoreText",
                            "The following arguments are supplied in both args and kwargs: %1")}},
        {u"placed"_qs,
         {"kwargs",
          QT_TRANSLATE_NOOP("CoreText",
                            "The following arguments cannot be given as keyword arguments: %1")}},
        {u"missing"_qs,
         {"args",
          QT_TRANSLATE_NOOP("CoreText", "The following arguments have not been supplied: %1")}},
        {u"named"_qs,
         {"kwargs", QT_TRANSLATE_NOOP("CoreText", "The following keyword-only arguments have not "
                                                  "been supplied in kwargs: %1")}},
        {u"many"_qs,
         {"args", QT_TRANSLATE_NOOP("CoreText",
                                    "The list of positional arguments is longer than the target "
                                    "callable can handle (allowed: %1, given in args: %2)")}},
        {u"unknown"_qs,
         {"kwargs", QT_TRANSLATE_NOOP("CoreText", "The target callable does not accept the "
                                                  "following keyword arguments: %1")}},
        // Of call expressions.
        {u"module"_qs, {"func", QT_TRANSLATE_NOOP("CoreText", "Module not found: %1")}},
        {u"class"_qs, {"func", QT_TRANSLATE_NOOP("CoreText", "No such class in the module: %1")}},
        {u"construction"_qs,
         //: %1 the arguments in brackets, %2 Python's own text
         {"func", QT_TRANSLATE_NOOP("CoreText", "Wrong arguments: %1 — %2")}},
        {u"main"_qs, {"func", QT_TRANSLATE_NOOP("CoreText", "The class %1 has no method “main”.")}},
        {u"failure"_qs, {"func", QT_TRANSLATE_NOOP("CoreText", "%1 failed when it was tried: %2")}},
    };
    return all;
}

} // namespace

Error pythonRefusal(const QJsonArray &refused)
{
    const auto found = refusals().find(refused.at(0).toString());
    if (found == refusals().end())
        return Error{ErrorCode::Internal, refused.at(0).toString(), u"func"_qs};
    const QString sentence = QCoreApplication::translate("CoreText", found->sentence);
    const QString first = refused.at(1).toString();
    return invalidInput(found->field, refused.size() > 2
                                          ? sentence.arg(first, refused.at(2).toString())
                                          : sentence.arg(first));
}

} // namespace carillon
