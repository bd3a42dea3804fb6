using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.Phones;
using ConnectingPeople.Simulator.SendGrid;
using ConnectingPeople.Simulator.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ConnectingPeople.Simulator.Api;

/// <summary>The simulator's own API, for scripts and tests from outside the process.</summary>
public sealed class SimulatorApi(PhoneBook phones, MessageLog log, Receiving receiving, OptOuts optOuts, FailurePlan failures, Inboxes inboxes, Errands errands)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/simulator/api");
        api.MapGet("/phones", () => phones.All.Select(Shown));
        api.MapGet("/phones/{number}", (string number) => WithNumber(number, () => Results.Ok(new { phone = Shown(phones.At(number)), thread = log.Thread(number).Select(TextJson.Of) })));
        api.MapPut("/phones/{number}", (string number, PhoneJson phone) => WithNumber(number, () => Put(number, phone)));
        api.MapPost("/phones/{number}/texts", TypeAsync);
        api.MapPost("/texts/{sid}/again", AgainAsync);
        api.MapGet("/failures", () => failures.All.Select(FailureJson.Of));
        api.MapGet("/failures/kinds", () => Failure.All.Select(failure => new { failure = failure.Id, failure.Label }));
        api.MapPost("/failures", Plan);
        api.MapDelete("/failures", (string? to) => failures.Clear(to));
        api.MapGet("/opt-out", () => new OptOutJson(optOuts.Handled));
        api.MapPut("/opt-out", (OptOutJson optOut) => optOuts.Handled = optOut.Handled);
        api.MapGet("/inboxes", (string? address) => address is null ? inboxes.All : inboxes.At(address));
        api.MapPost("/settled", errands.SettledAsync);
    }

    private object Shown(Phone phone) => new { phone.Number, phone.Name, phone.Behaviour, phone.ParticipantId, optedOut = optOuts.IsBlocked(phone.Number) };

    private IResult Put(string number, PhoneJson phone)
    {
        if (phone.Name is { } name)
        {
            phones.Named(number, name);
        }

        return Results.Ok(Shown(phone.Behaviour is { } behaviour ? phones.Behaving(number, behaviour) : phones.At(number)));
    }

    private async Task<IResult> TypeAsync(string number, TypedJson typed, CancellationToken cancellation) =>
        PhoneBook.IsNumber(number)
            ? Results.Ok(TextJson.Of(await receiving.FromPhoneAsync(phones.At(number).Number, typed.Text, typed.Media ?? [], cancellation)))
            : NoNumber(number);

    private async Task<IResult> AgainAsync(string sid, CancellationToken cancellation) =>
        await receiving.SendAgainAsync(sid, cancellation) is { } message ? Results.Ok(TextJson.Of(message)) : Results.NotFound();

    private IResult Plan(FailureJson plan)
    {
        if (Failure.Find(plan.Failure) is not { } failure || plan.Times is <= 0)
        {
            return Results.Problem(
                $"Give 'failure' as one of {string.Join(", ", Failure.All.Select(f => f.Id))}, and 'times' as 1 or more or not at all.", statusCode: StatusCodes.Status400BadRequest);
        }

        failures.Set(plan.To, failure, plan.Times);
        return Results.Ok(plan);
    }

    private static IResult WithNumber(string number, Func<IResult> answer) => PhoneBook.IsNumber(number) ? answer() : NoNumber(number);

    private static IResult NoNumber(string number) =>
        Results.Problem($"'{number}' is no phone number. Write it in E.164, such as +447700900001.", statusCode: StatusCodes.Status400BadRequest);
}
