using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Site;
using Microsoft.AspNetCore.WebUtilities;

namespace ConnectingPeople.Functions.Forms;

/// <summary>Takes what a page of a check-in's form sends, stores it, and sends the browser on.</summary>
public sealed class AnswerCheckInForm(FormLinks links, FormLimits limits, FormEntry entry, FormPages pages, ParticipantChanges changes, Study study)
{
    /// <summary>The name of the buttons.</summary>
    public const string Button = "do";

    /// <summary>The button that leaves a question out.</summary>
    public const string RatherNot = "rather-not";

    /// <summary>Room for the longest answer however it is encoded, and no more than a column of storage can keep of words that worry.</summary>
    private const int MaxBytes = 30 * 1024;

    private const int MaxRaces = 10;

    [Function(nameof(AnswerCheckInForm))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "check-in/{token}")] HttpRequest request, string token, CancellationToken cancellation)
    {
        if (limits.Wait(request) is { } wait)
        {
            return pages.Busy(request, wait);
        }

        if (links.Read(token) is not { } address)
        {
            return pages.NotFound();
        }

        if (limits.Wait(address) is { } pause)
        {
            return pages.Busy(request, pause);
        }

        byte[] body = request.HasFormContentType ? await Body.ReadStartAsync(request, MaxBytes + 1, cancellation) : [];
        for (int races = 0; races < MaxRaces; races++)
        {
            (OpenForm? form, IResult? instead) = await entry.OpenAsync(address, token, cancellation);
            if (form is null)
            {
                await OverhearAsync(address, request, Read(body), cancellation);
                return instead!;
            }

            (Decision? decision, Func<OpenForm, IResult> show) = Decide(form, request, Read(body), isWhole: body.Length <= MaxBytes);
            if (decision is null)
            {
                return show(form);
            }

            if (await changes.SaveAsync(form.Stored, decision, cancellation) is { } change)
            {
                return show(After(form, change));
            }
        }

        throw new IOException($"{address.Participant} changed {MaxRaces} times while an answer was taken. Try again.");
    }

    private (Decision? Decision, Func<OpenForm, IResult> Show) Decide(OpenForm form, HttpRequest request, FormCollection posted, bool isWhole)
    {
        FormQuestion? asked = form.State.Find(request.Query["question"].ToString());
        bool fromCheck = request.Query["from"] == FormRoutes.Check;
        EnteredAnswer entered = EnteredAnswer.From(posted);
        if (!pages.IsProven(form, request, posted[FormToken.Field]))
        {
            // What another site put into the form is neither heard nor shown as if the person had written it.
            EnteredAnswer? kept = FormToken.IsForeign(request) ? null : entered;
            Decision? heard = kept is null ? null : Overhear(form.Person, form.CheckIn.Id, request, kept, changes.Now);
            return (heard, now => asked is null
                ? pages.Check(now, now.Words.OpenTooLong)
                : pages.Ask(now, asked, fromCheck, kept, now.Words.OpenTooLong, worries: Worries(heard)));
        }

        if (!request.Query.ContainsKey("question"))
        {
            FormResult finished = FormAnswering.Finish(new Decision(form.Person), form.CheckIn.Id, changes.Now, study);
            return (finished.Decision, now => pages.GoTo(finished.Outcome == FormOutcome.Unfinished ? now.NextAddress : now.Address));
        }

        if (asked is null)
        {
            Decision? heard = Overhear(form.Person, form.CheckIn.Id, request, entered, changes.Now);
            return (heard, now => pages.GoTo(Worries(heard) ? now.PageAddress(FormRoutes.Support) : now.NextAddress));
        }

        IReadOnlyList<string> values = entered.For(asked.Question);
        FormResult result = posted[Button] == RatherNot
            ? FormAnswering.LeaveOut(new Decision(form.Person), form.CheckIn.Id, asked.Question.Id, entered.Written, changes.Now, study)
            : FormAnswering.Answer(new Decision(form.Person), form.CheckIn.Id, asked.Question.Id, values, changes.Now, study);
        return (result.Decision, now => result switch
        {
            { Outcome: FormOutcome.Wrong, Risk: false } when !isWhole => pages.TooLarge(now, $"{request.Path}{request.QueryString}"),
            { Outcome: FormOutcome.Wrong } when isWhole => pages.Ask(now, asked, fromCheck, entered, now.Words.ErrorOf(asked.Question, values), result.Risk),
            { Risk: true } => pages.GoTo(now.PageAddress(FormRoutes.Support)),
            _ => pages.GoTo(now.NextAddress),
        });
    }

    /// <summary>Hears what was sent to a form that closed while somebody wrote.</summary>
    private async Task OverhearAsync(FormAddress address, HttpRequest request, FormCollection posted, CancellationToken cancellation)
    {
        EnteredAnswer entered = EnteredAnswer.From(posted);
        if (entered.Written.Count > 0 && !FormToken.IsForeign(request))
        {
            await changes.ChangeAsync(
                address.Participant, (person, now) => Overhear(person, address.CheckIn, request, entered, now) ?? new Decision(person), cancellation);
        }
    }

    private static bool Worries(Decision? heard) => heard?.Heard is { Risk: true };

    /// <returns>Null where nothing worries or asks for something.</returns>
    private Decision? Overhear(Participant person, string checkIn, HttpRequest request, EnteredAnswer entered, Instant now) =>
        FormAnswering.Overhear(new Decision(person), checkIn, request.Query["question"], entered.Written, now, study) is { Heard: not null } heard ? heard : null;

    /// <summary>The form with what was just stored.</summary>
    private OpenForm After(OpenForm form, Change change) => change.After.Person.CheckIns.FirstOrDefault(checkIn => checkIn.Id == form.CheckIn.Id) is { } checkIn
        ? form with { Stored = change.After, State = FormState.Of(change.After.Person, checkIn, study) }
        : form;

    private static FormCollection Read(byte[] body)
    {
        try
        {
            return new FormCollection(new FormReader(new MemoryStream(body)).ReadForm());
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }
}
