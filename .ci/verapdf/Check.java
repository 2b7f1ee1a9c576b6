import java.io.FileInputStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks files against PDF/A-3a and PDF/UA-1 with veraPDF: a line a failed rule, exit code 1 where one failed. */
public class Check {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean ok = true;
        for (String file : files) {
            for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    Map<String, Integer> failed = new LinkedHashMap<>();
                    Map<String, String> where = new LinkedHashMap<>();
                    for (TestAssertion a : result.getTestAssertions()) {
                        if (a.getStatus() == TestAssertion.Status.FAILED) {
                            String rule = a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage();
                            failed.merge(rule, 1, Integer::sum);
                            where.putIfAbsent(rule, String.valueOf(a.getLocation().getContext()) + " " + a.getErrorMessage());
                        }
                    }
                    System.out.printf("%s %s: %s, %d checks%n", file, flavour, result.isCompliant() ? "conforms" : "FAILS", result.getTotalAssertions());
                    for (Map.Entry<String, Integer> e : failed.entrySet()) {
                        System.out.printf("  %s: %d, first at %s%n", e.getKey(), e.getValue(), where.get(e.getKey()));
                    }
                    ok &= result.isCompliant();
                }
            }
        }
        System.exit(ok ? 0 : 1);
    }
}
