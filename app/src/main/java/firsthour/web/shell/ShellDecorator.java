package firsthour.web.shell;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.DefaultViewsModelDecorator;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.ViewsModelDecorator;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/// Gives each template its two parameters: `page`, the view record, and `shell`.
@Singleton
@Replaces(DefaultViewsModelDecorator.class)
final class ShellDecorator implements ViewsModelDecorator {
    private final Shells shells;

    ShellDecorator(Shells shells) {
        this.shells = shells;
    }

    @Override
    public void decorate(HttpRequest<?> request, ModelAndView<?> modelAndView) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("shell", shells.of(request));
        modelAndView.getModel().ifPresent(page -> parameters.put("page", page));
        fill(modelAndView, parameters);
    }

    /// Micronaut passes what it has just made and reads the model as whatever it finds.
    @SuppressWarnings("unchecked")
    private static void fill(ModelAndView<?> modelAndView, Map<String, Object> parameters) {
        ((ModelAndView<Object>) modelAndView).setModel(parameters);
    }
}
