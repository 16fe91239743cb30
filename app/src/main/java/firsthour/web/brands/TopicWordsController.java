package firsthour.web.brands;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Rejected;
import firsthour.scoring.JudgedWords;
import firsthour.scoring.TopicWords;
import firsthour.security.Roles;
import firsthour.web.brands.BrandView.Typed;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/// A brand's own words for topics.
@Controller("/brands/{id}/words")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class TopicWordsController {
    private final Brands brands;
    private final TopicWords words;
    private final BrandViews views;
    private final Pages pages;

    TopicWordsController(Brands brands, TopicWords words, BrandViews views, Pages pages) {
        this.brands = brands;
        this.words = words;
        this.views = views;
        this.pages = pages;
    }

    @Post
    HttpResponse<?> add(long id, @Body WordForm form) {
        var brand = brand(id);
        try {
            var added = words.add(id, Pages.text(form.word()), Pages.text(form.topic()));
            return done(
                    id,
                    t(
                            "From now on “{0}” stands for {1}.",
                            added.word(), JudgedWords.of(added.topic())));
        } catch (Rejected e) {
            return Pages.again(
                    BrandsController.ONE,
                    views.one(
                            brand,
                            Typed.nothing(brand).with(form),
                            FormErrors.of(e.field(), String.valueOf(e.getMessage()))));
        }
    }

    @Post("/{wordId}/remove")
    HttpResponse<?> remove(long id, long wordId) {
        brand(id);
        words.remove(id, wordId);
        return done(id, t("The word was removed; what was judged stays."));
    }

    private Brand brand(long id) {
        return brands.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such brand"));
    }

    private HttpResponse<?> done(long id, String told) {
        return pages.seeOther("/brands/" + id + "#words", Notice.done(told));
    }
}
