package dev.shipgate.policy.drl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.batch.CompilationUnit;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.parser.Parser;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;

/**
 * Finds mistakes in Java with many brackets within each other. Over such a mistake the engine's parser takes some six
 * times as long with each bracket around it, minutes with eight of them; that of the compiler behind it takes no time
 * at all.
 */
final class DeepJava {

    /** With these it takes a second or two. */
    static final int FEW_BRACKETS = 5;

    private static final String BEFORE = "class X { Object x() throws Exception {";
    private static final String BEHIND = "\n}}";

    /** It is no Java, but the engine takes it. */
    private static final Pattern MODIFY = Pattern.compile("\\bmodify\\s*\\(");

    private DeepJava() {}

    /**
     * The offset of the first mistake.
     *
     * @param java statements
     * @return empty when there is none, or few brackets are open at a time
     */
    static OptionalInt mistakeIn(String java) {
        String code = CodeText.blanked(java);
        return isDeep(code) && !MODIFY.matcher(code).find() ? mistake(java) : OptionalInt.empty();
    }

    private static boolean isDeep(String code) {
        OpenCode open = new OpenCode();
        for (int i = 0; i < code.length(); i++) {
            open.read(code, i);
            if (open.brackets() > FEW_BRACKETS) {
                return true;
            }
        }
        return false;
    }

    private static OptionalInt mistake(String java) {
        CompilationUnit text = new CompilationUnit((BEFORE + java + BEHIND).toCharArray(), "X.java", "UTF-8");
        CompilationResult result = new CompilationResult(text, 0, 1, 100);
        parser().parse(text, result);
        CategorizedProblem[] found = result.getErrors();
        return found == null
                ? OptionalInt.empty()
                : Arrays.stream(found)
                        .filter(problem -> !lacksSemicolon(problem))
                        .mapToInt(problem -> problem.getSourceStart() - BEFORE.length())
                        .map(offset -> Math.max(0, Math.min(offset, java.length() - 1)))
                        .findFirst();
    }

    /** The engine does without. */
    private static boolean lacksSemicolon(CategorizedProblem problem) {
        return problem.getID() == IProblem.ParsingErrorInsertToComplete
                && problem.getArguments().length > 0
                && problem.getArguments()[0].equals(";");
    }

    private static Parser parser() {
        Map<String, String> java17 = Map.of(
                CompilerOptions.OPTION_Source, CompilerOptions.VERSION_17,
                CompilerOptions.OPTION_Compliance, CompilerOptions.VERSION_17,
                CompilerOptions.OPTION_TargetPlatform, CompilerOptions.VERSION_17);
        return new Parser(
                new ProblemReporter(
                        DefaultErrorHandlingPolicies.proceedWithAllProblems(),
                        new CompilerOptions(java17),
                        new DefaultProblemFactory(Locale.ENGLISH)),
                false);
    }
}
