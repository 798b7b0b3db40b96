package org.enlace.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.exchange.Terms;
import org.enlace.forms.Form;
import org.enlace.keys.AuthorityKeys;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.procedure.Shares;
import org.enlace.procedure.Side;
import org.enlace.procedure.Unaccepted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of the acts that a reader may do now, in the order in which they are likely to be needed. */
@Component
class ActForms {

    private static final Set<Kind> HANDING_ON = Set.of(Kind.ASSIGN, Kind.TRANSFER, Kind.SHARE);

    private final Terms terms;
    private final People people;
    private final Authorities authorities;
    private final AuthorityKeys keys;

    ActForms(Terms terms, People people, Authorities authorities, AuthorityKeys keys) {
        this.terms = terms;
        this.people = people;
        this.authorities = authorities;
        this.keys = keys;
    }

    List<ActForm> of(Request request, Side side, Viewer viewer) {
        return request.open(side).stream()
                .filter(kind -> terms.answers(request).group(kind.code()).isPresent())
                .sorted(Comparator.comparingInt(ActForm::place))
                .flatMap(kind -> subjects(request, kind, side).map(subject -> form(request, kind, subject, viewer)))
                .filter(form ->
                        !HANDING_ON.contains(form.kind()) || !form.offices().isEmpty())
                .toList();
    }

    /** Whether something of another kind may be asked with what was written here. */
    boolean isFollowed(Request request) {
        return terms.forms().isFollowed(request.sending().form());
    }

    /** What an act is about, where it is about another act: one form for each. */
    private static Stream<@Nullable UUID> subjects(Request request, Kind kind, Side side) {
        var results = ResultView.of(request).stream().map(fact -> fact.act().act());
        return switch (kind) {
            case RECEIVE -> results.filter(result -> !ResultView.isReceived(request, result));
            // those of the request itself are refused where they stand, before anything can be sealed
            case REFUSE_CONDITIONS -> side == Side.REQUESTING ? Unaccepted.refusable(request).stream() : Stream.of();
            case UPHOLD_CONDITIONS ->
                side == Side.REQUESTING ? Stream.of((UUID) null) : Unaccepted.disputed(request).stream();
            case ASK_USE -> results.filter(result -> ResultView.isReceived(request, result));
            case GRANT_USE ->
                results.flatMap(result -> ResultView.asked(request, result).stream())
                        .map(asked -> asked.act().act())
                        .filter(asked -> ResultView.decision(request, asked) == null);
            default -> Stream.of((UUID) null);
        };
    }

    private ActForm form(Request request, Kind kind, @Nullable UUID subject, Viewer viewer) {
        return new ActForm(
                kind,
                terms.answers(request),
                subject,
                kind == Kind.ASK ? askable(terms.form(request), true, viewer) : List.of(),
                kind == Kind.ASK ? askable(terms.form(request), false, viewer) : List.of(),
                kind == Kind.ANSWER ? repairs(request) : List.of(),
                switch (kind) {
                    case ASSIGN -> functions(request);
                    case TRANSFER -> offices(request.requested(), Set.of(), viewer);
                    case SHARE -> offices(request.requesting(), Shares.of(request), viewer);
                    default -> List.of();
                });
    }

    /**
     * What the form demands or advises; and the rest of its questions, which a state may need though most do not.
     *
     * @param expected which of the two
     */
    private static List<ActForm.Option> askable(Form form, boolean expected, Viewer viewer) {
        return form.groups().stream()
                .flatMap(group -> group.fields().stream()
                        .filter(field -> field.type() != Form.Type.DERIVED && field.coded() == null)
                        .filter(field -> isAsked(group, field) == expected))
                .map(field -> new ActForm.Option(field.id(), Spoken.name(field, viewer.language())))
                .toList();
    }

    private static boolean isAsked(Form.Group group, Form.Field field) {
        return field.need() != Form.Need.OPTIONAL
                || field.type() == Form.Type.FILES
                || group.rules().stream()
                        .anyMatch(rule ->
                                rule.kind().equals("oneOf") && rule.fields().contains(field.id()));
    }

    /** The fields that the open question ticked, group by group of the request's own form. */
    private List<ActForm.Repair> repairs(Request request) {
        var asked = request.standing().asked();
        var ticked = asked == null ? List.<String>of() : asked.items();
        var form = terms.form(request);
        var repairs = new ArrayList<ActForm.Repair>();
        for (var group : form.groups()) {
            var fields = group.fields().stream()
                    .filter(field -> ticked.contains(field.id()))
                    .toList();
            if (!fields.isEmpty()) {
                repairs.add(new ActForm.Repair(form, group, fields));
            }
        }
        return repairs;
    }

    private List<ActForm.Option> functions(Request request) {
        return people.functions(request.requested().authority()).stream()
                .map(function -> new ActForm.Option(function, function))
                .toList();
    }

    /** Those of the same state that could open what is sealed to them, and cannot yet. */
    private List<ActForm.Option> offices(Request.Party own, Set<String> already, Viewer viewer) {
        return authorities.of(own.state()).stream()
                .filter(authority -> !authority.id().equals(own.authority()))
                .filter(authority -> !already.contains(authority.id()) && keys.canReceive(authority.id()))
                .map(authority -> new ActForm.Option(authority.id(), authority.name(viewer.language())))
                .toList();
    }
}
