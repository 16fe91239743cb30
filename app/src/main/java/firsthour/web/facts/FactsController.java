package firsthour.web.facts;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Rejected;
import firsthour.response.Snippets;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.web.facts.FactsView.Fact;
import firsthour.web.facts.FactsView.Typed;
import firsthour.web.facts.FactsView.Word;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.util.Map;

/// What a brand gives those who reply for it: facts to insert, and words that are right.
@Controller("/brands/{id}/facts")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class FactsController {
    private static final String PAGE = "facts/facts";

    private final Brands brands;
    private final Snippets snippets;
    private final Pages pages;

    FactsController(Brands brands, Snippets snippets, Pages pages) {
        this.brands = brands;
        this.snippets = snippets;
        this.pages = pages;
    }

    @Get
    @View(PAGE)
    FactsView show(long id) {
        return view(brand(id), Typed.NOTHING, FormErrors.NONE);
    }

    @Post
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> add(long id, @Body Map<String, String> form, SignedIn reader) {
        var brand = brand(id);
        var typed = new Typed(text(form, "name"), text(form, "text"), "", 0, "");
        try {
            var added = snippets.add(id, reader.memberId(), typed.name(), typed.text());
            return done(id, t("“{0}” can be inserted into replies.", added.name()));
        } catch (Rejected e) {
            return again(brand, typed, e.field(), e);
        }
    }

    @Post("/{factId}")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> change(long id, long factId, @Body Map<String, String> form, SignedIn reader) {
        var brand = brand(id);
        try {
            return snippets.change(id, reader.memberId(), factId, version(form), text(form, "text"))
                    ? done(id, t("The fact is changed. What was written with it stays."))
                    : pages.seeOther(
                            "/brands/" + id + "/facts",
                            Notice.problem(
                                    t(
                                            "Somebody changed or removed this fact meanwhile. Nothing was saved: look at what stands there now.")));
        } catch (Rejected e) {
            return again(
                    brand, new Typed("", "", "", factId, text(form, "text")), "text-" + factId, e);
        }
    }

    @Post("/{factId}/remove")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> remove(long id, long factId, SignedIn reader) {
        brand(id);
        snippets.remove(id, reader.memberId(), factId);
        return done(id, t("The fact was removed; what was written with it stays."));
    }

    @Post("/words")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> addWord(long id, @Body Map<String, String> form, SignedIn reader) {
        var brand = brand(id);
        var typed = new Typed("", "", text(form, "word"), 0, "");
        try {
            var added = snippets.addWord(id, reader.memberId(), typed.word());
            return done(id, t("“{0}” is right from now on.", added.word()));
        } catch (Rejected e) {
            return again(brand, typed, e.field(), e);
        }
    }

    @Post("/words/{wordId}/remove")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> removeWord(long id, long wordId, SignedIn reader) {
        brand(id);
        snippets.removeWord(id, reader.memberId(), wordId);
        return done(id, t("The word was removed: the check marks it again."));
    }

    private FactsView view(Brand brand, Typed typed, FormErrors errors) {
        return new FactsView(
                brand.id(),
                brand.name(),
                brand.sample(),
                snippets.list(brand.id()).stream()
                        .map(it ->
                                new Fact(
                                        it.id(),
                                        it.name(),
                                        it.text(),
                                        it.id() == typed.factId() ? typed.change() : it.text(),
                                        it.version()))
                        .toList(),
                snippets.listWords(brand.id()).stream()
                        .map(it -> new Word(it.id(), it.word()))
                        .toList(),
                typed,
                errors);
    }

    private HttpResponse<?> done(long id, String words) {
        return pages.seeOther("/brands/" + id + "/facts", Notice.done(words));
    }

    private HttpResponse<?> again(Brand brand, Typed typed, String field, Rejected e) {
        return Pages.again(
                PAGE, view(brand, typed, FormErrors.of(field, String.valueOf(e.getMessage()))));
    }

    private Brand brand(long id) {
        return brands.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such brand"));
    }

    private static String text(Map<String, String> form, String field) {
        return Pages.text(form.get(field)).replace("\r\n", "\n");
    }

    private static long version(Map<String, String> form) {
        try {
            return Long.parseLong(text(form, "version"));
        } catch (NumberFormatException _) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "The form lacks a version");
        }
    }
}
