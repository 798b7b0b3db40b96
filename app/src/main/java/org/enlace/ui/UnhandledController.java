package org.enlace.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong before or after any controller had it, said like everything else that goes wrong. Whoever comes here on foot finds nothing. */
@Controller
class UnhandledController implements ErrorController {

    private final Errors errors;

    UnhandledController(Errors errors) {
        this.errors = errors;
    }

    @RequestMapping("/error")
    ResponseEntity<?> show(HttpServletRequest request) throws Exception {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number
                ? HttpStatusCode.valueOf(number)
                : HttpStatusCode.valueOf(404);
        return status.is5xxServerError() ? errors.anything(thrown(request), request) : errors.client(status, request);
    }

    private static Exception thrown(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception
                ? exception
                : new IllegalStateException("failed without an exception");
    }
}
